//! Platform certificates, their rotation, the migration to a public key, and the echo.

use super::client::{Client, order, query};
use payscore::crypto::{
    AeadKey, Certificate, PrivateKey, PrivateKeyDer, PublicKey, PublicKeyDer, from_base64, to_base64,
};
use payscore::http::Response;
use serde_json::{Value, json};

const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_SIMULATOR0000000000000001";
const OLDER: &str = "0A16253443526170819FAEBDCCDBEAF901122334";
const CURRENT: &str = "7151A0B1C2D3E4F5061728394A5B6C7D8E9F0A1B";
const NEXT: &str = "7262B1C2D3E4F506172839405A6B7C8D9E0F1A2B";

fn serial(response: &Response) -> String {
    response.headers.get("Wechatpay-Serial").unwrap().to_owned()
}

/// A download: the opened certificates, and the whole answer.
fn downloaded(client: &mut Client) -> (Vec<Certificate>, Response) {
    let (status, body, response) = client.exchange("GET", "/v3/certificates", Value::Null, &[]);
    assert_eq!(status, 200, "{body}");
    let key = AeadKey::new(b"SimulatorApiV3KeyForTestsOnly000").unwrap();
    let list = body["data"].as_array().unwrap().iter().map(|item| {
        let sealed = &item["encrypt_certificate"];
        let nonce = sealed["nonce"].as_str().unwrap();
        let pem =
            key.open(nonce.as_bytes(), b"certificate", &from_base64(sealed["ciphertext"].as_str().unwrap()).unwrap());
        let certificate = Certificate::from_pem(&String::from_utf8(pem.unwrap()).unwrap()).unwrap();
        assert_eq!(item["serial_no"], certificate.serial_no);
        certificate
    });
    (list.collect(), response)
}

fn verifies(certificates: &[Certificate], response: &Response) -> bool {
    let header = |name: &str| response.headers.get(name).unwrap();
    let mut message = format!("{}\n{}\n", header("Wechatpay-Timestamp"), header("Wechatpay-Nonce")).into_bytes();
    message.extend_from_slice(&response.body);
    message.push(b'\n');
    let named = certificates.iter().find(|certificate| certificate.serial_no == header("Wechatpay-Serial")).unwrap();
    let key = PublicKey::from_der(named.public_key.as_ref().unwrap()).unwrap();
    key.verify(&message, &from_base64(header("Wechatpay-Signature")).unwrap())
}

#[test]
fn certificates_are_downloaded_and_rotated() {
    let mut client = Client::new(json!({}));
    let (list, response) = downloaded(&mut client);
    assert_eq!(list.iter().map(|certificate| certificate.serial_no.as_str()).collect::<Vec<_>>(), [OLDER, CURRENT]);
    assert!(serial(&response) == CURRENT && verifies(&list, &response));
    let view = client.control("POST", "/keys", json!({"rotate": true}));
    assert_eq!((&view["certificate"], &view["older_certificate"]), (&json!(NEXT), &json!(CURRENT)));
    let (_, _, answer) = client.exchange("POST", "/serviceorder", order("A1"), &[]);
    assert_eq!(serial(&answer), NEXT, "unknown until the next download");
    let (list, response) = downloaded(&mut client);
    assert!(verifies(&list, &response) && verifies(&list, &answer));
    client.control("POST", "/keys", json!({"answers": "older_certificate", "callbacks": "certificate"}));
    let (_, _, answer) = client.exchange("POST", "/serviceorder", order("A1"), &[]);
    assert!(serial(&answer) == CURRENT && verifies(&list, &answer));
    assert_eq!(client.refused("GET", "/v3/certificates?algorithm_type=SM2", Value::Null), "RESOURCE_NOT_EXISTS");
    assert_eq!(client.refused("GET", "/v3/certificates?algorithm_type=x", Value::Null), "PARAM_ERROR");
    for wrong in
        [json!({"answers": "x"}), json!({"rotate": 1}), json!({"certificates": true}), json!({"callback": "mixed"})]
    {
        assert_eq!(client.try_control("POST", "/keys", wrong).0, 400);
    }
}

#[test]
fn a_migration_answers_with_the_requested_key_and_calls_back_with_both() {
    let mut client = Client::new(json!({}));
    let target = format!("/serviceorder?{}&out_order_no=A1", query());
    client.ok("POST", "/serviceorder", order("A1"));
    for (requested, named) in [(PUBLIC_KEY_ID, PUBLIC_KEY_ID), (CURRENT, CURRENT), (OLDER, CURRENT)] {
        let (_, _, answer) = client.exchange("GET", &target, Value::Null, &[("Wechatpay-Serial", requested)]);
        assert_eq!(serial(&answer), named);
    }
    client.control("POST", "/keys", json!({"callbacks": "mixed"}));
    client.control("POST", "/orders/A1/confirm", Value::Null);
    let mut named = Vec::new();
    while named.len() < 3 {
        client.simulator.set_now(client.simulator.next_due().unwrap());
        for delivery in client.simulator.due() {
            named.push(delivery.request.headers.get("Wechatpay-Serial").unwrap().to_owned());
            client.control("POST", &format!("/deliveries/{}", delivery.id), json!({"status": 500}));
        }
    }
    named.sort();
    assert_eq!(named, [OLDER, CURRENT, PUBLIC_KEY_ID]);
    client.control("POST", "/keys", json!({"certificates": "none"}));
    let (status, body, answer) = client.exchange("GET", "/v3/certificates", Value::Null, &[]);
    assert_eq!(
        (status, body["code"].as_str(), serial(&answer).as_str()),
        (404, Some("RESOURCE_NOT_EXISTS"), PUBLIC_KEY_ID)
    );
}

#[test]
fn the_echo_shows_whether_keys_fit() {
    let mut client = Client::new(json!({}));
    let about = client.control("GET", "", Value::Null);
    let pem = about["merchant"]["public_keys"][PUBLIC_KEY_ID].as_str().unwrap();
    let theirs = PublicKey::from_der(&PublicKeyDer::from_pem(pem).unwrap()).unwrap();
    let sealed = to_base64(&theirs.seal_oaep("你好".as_bytes()).unwrap());
    let body = json!({"echo_message": "hello", "encrypted_echo_message": sealed});
    let (status, echoed, _) =
        client.exchange("POST", "/v3/security/echo", body.clone(), &[("Wechatpay-Serial", PUBLIC_KEY_ID)]);
    assert_eq!((status, &echoed["echo_message"]), (200, &json!("hello")));
    let own = PrivateKeyDer::from_pem(about["merchant"]["private_key"].as_str().unwrap()).unwrap();
    let opened = PrivateKey::from_der(&own)
        .unwrap()
        .open_oaep(&from_base64(echoed["encrypted_echo_message"].as_str().unwrap()).unwrap());
    assert_eq!(opened.unwrap(), "你好".as_bytes());
    for (headers, message) in [
        (&[][..], "缺少"),
        (&[("Wechatpay-Serial", "5A1B2C3D4E5F60718293A4B5C6D7E8F901234567")], "序列号Wechatpay-Serial错误"),
        (&[("Wechatpay-Serial", CURRENT)], "平台私钥解密失败"),
    ] {
        let (status, refused, _) = client.exchange("POST", "/v3/security/echo", body.clone(), headers);
        assert!(status == 400 && refused["message"].as_str().unwrap().contains(message), "{refused}");
    }
}
