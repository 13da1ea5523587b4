//! Uploads, downloads, bills, and the echo's callback.

use super::client::{Client, identity};
use super::signed;
use payscore::crypto::{sha1, sha256, to_hex};
use payscore::http::{Headers, Request, Response};
use payscore_simulator::Answer;
use serde_json::{Value, json};

const MEDIA: &str = "/v3/merchant/media/upload";
const FILE: &[u8] = b"\x89PNG\r\n\r\n--b\x00\xff";

/// An upload: `signs` is what the signature covers, `body` what is sent.
fn upload(client: &mut Client, path: &str, signs: &str, content_type: &str, body: Vec<u8>) -> (u16, Value) {
    let mut request = signed("POST", path, signs, client.simulator.now().unix(), |value| value);
    let others = request.headers.iter().filter(|(name, _)| *name != "Content-Type");
    request.headers = others.collect::<Headers>().with("Content-Type", content_type);
    request.body = Some(body);
    answered(client, &request)
}

fn answered(client: &mut Client, request: &Request) -> (u16, Value) {
    let response = whole(client, request);
    (response.status, serde_json::from_slice(&response.body).unwrap_or_default())
}

fn whole(client: &mut Client, request: &Request) -> Response {
    let Answer::Reply(response) = client.simulator.handle(request) else { panic!("dropped") };
    response
}

fn meta(name: &str, file: &[u8]) -> String {
    // With a blank, as a writer may set it: exactly this text is signed.
    format!("{{\"filename\": \"{name}\", \"sha256\":\"{}\"}}", to_hex(&sha256(file)))
}

fn form(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (head, content) in parts {
        body.extend_from_slice(format!("--b7;x\r\n{head}\r\n\r\n").as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--b7;x--\r\n");
    body
}

const TYPE: &str = "multipart/form-data; boundary=\"b7;x\"";
const META: &str = "Content-Disposition: form-data; name=\"meta\";\r\nContent-Type: application/json";
const PART: &str = "Content-Disposition: form-data; name=\"file\"; filename=\"a;b.png\";\r\nContent-Type: image/png";

#[test]
fn an_upload_is_taken_when_its_description_is_signed_and_true() {
    let mut client = Client::new(json!({}));
    let description = meta("a;b.png", FILE);
    let body = form(&[(META, description.as_bytes()), (PART, FILE)]);
    for (path, member) in [(MEDIA, "media_id"), ("/v3/marketing/favor/media/image-upload", "media_url")] {
        let (status, answer) = upload(&mut client, path, &description, TYPE, body.clone());
        assert!(status == 200 && answer[member].is_string(), "{status} {answer}");
    }
    let kept = client.control("GET", "/files", Value::Null);
    let file = kept.as_array().unwrap().iter().find(|file| file["path"] == MEDIA).unwrap();
    assert_eq!(
        (&file["filename"], &file["content_type"], &file["size"], &file["sha256"]),
        (&json!("a;b.png"), &json!("image/png"), &json!(FILE.len()), &json!(to_hex(&sha256(FILE))))
    );
    // The picture comes without a signature.
    let path = format!("/v3/merchant-service/images/{}", file["media_id"].as_str().unwrap());
    let response = whole(&mut client, &signed("GET", &path, "", super::NOW, |value| value));
    assert_eq!(
        (response.status, response.body.as_slice(), response.headers.get("Wechatpay-Signature")),
        (200, FILE, None)
    );
}

#[test]
fn an_upload_is_refused_when_it_is_signed_or_built_differently() {
    let mut client = Client::new(json!({}));
    let description = meta("a.png", FILE);
    let good = || form(&[(META, description.as_bytes()), (PART, FILE)]);
    let text = String::from_utf8_lossy(&good()).into_owned();
    // Neither the whole body nor the description in another form is signed.
    for signs in [text.as_str(), &description.replace(' ', ""), ""] {
        let (status, answer) = upload(&mut client, MEDIA, signs, TYPE, good());
        assert_eq!((status, answer["code"].as_str()), (401, Some("SIGN_ERROR")), "{signs}");
    }
    // With a file name, the description is not found.
    let named = META.replace("\"meta\";", "\"meta\"; filename=\"meta.json\"");
    let body = form(&[(&named, description.as_bytes()), (PART, FILE)]);
    assert_eq!(upload(&mut client, MEDIA, &description, TYPE, body).0, 401);
    assert_eq!(upload(&mut client, MEDIA, &description, "application/json", good()).0, 401);
    let other = meta("a.png", b"other");
    let upper = description.replace(&to_hex(&sha256(FILE)), &to_hex(&sha256(FILE)).to_uppercase());
    let meta_only = |meta: &str| form(&[(META, meta.as_bytes()), (PART, FILE)]);
    let cases: [(&str, Vec<u8>, &str); 7] = [
        (&other, meta_only(&other), "sha256"),
        (&upper, meta_only(&upper), "sha256"),
        ("{\"filename\":\"a.png\"}", meta_only("{\"filename\":\"a.png\"}"), "sha256"),
        ("[]", meta_only("[]"), "meta"),
        (&description, form(&[(PART, FILE), (META, description.as_bytes())]), ""),
        (&description, form(&[(META, description.as_bytes())]), ""),
        (
            &description,
            form(&[(META, description.as_bytes()), (&PART.replace(" filename=\"a;b.png\";", ""), FILE)]),
            "",
        ),
    ];
    for (signs, body, field) in cases {
        let (status, answer) = upload(&mut client, MEDIA, signs, TYPE, body);
        assert_eq!((status, answer["detail"]["field"].as_str()), (400, Some(field)), "{signs} {answer}");
    }
    assert_eq!(client.control("GET", "/files", Value::Null), json!([]));
}

#[test]
fn the_address_of_a_bill_is_signed_and_the_bill_comes_unsigned_for_five_minutes() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    client.ok(
        "POST",
        "/serviceorder/A1/registerdeductinfo",
        identity(json!({"appid": "wxd678efh567hg6787", "out_trade_no": "D1"})),
    );
    client.control(
        "POST",
        "/clearing/withhold",
        json!({"out_trade_no": "D1", "amount": 700, "sub_mchid": "1900000109"}),
    );
    let today = "/v3/bill/tradebill?bill_date=2025-06-01";
    assert_eq!(client.refused("GET", today, Value::Null), "NO_STATEMENT_EXIST");
    client.advance(24 * 3600);
    assert_eq!(client.refused("GET", "/v3/bill/tradebill?bill_date=2025-05-31", Value::Null), "NO_STATEMENT_EXIST");
    for wrong in ["", "?bill_date=20250601", "?bill_date=2025-06-01&bill_type=X", "?bill_date=2025-06-01&tar_type=GZIP"]
    {
        assert_eq!(client.refused("GET", &format!("/v3/bill/tradebill{wrong}"), Value::Null), "PARAM_ERROR");
    }
    let (status, bill, response) = client.exchange("GET", today, Value::Null, &[]);
    assert!(status == 200 && response.headers.get("Wechatpay-Signature").is_some());
    let address =
        bill["download_url"].as_str().unwrap().strip_prefix("https://api.mch.weixin.qq.com").unwrap().to_owned();
    let fetch = |client: &mut Client, signs: bool| {
        let at = client.simulator.now().unix();
        let mut request = signed("GET", &address, "", at, |value| value);
        if !signs {
            request.headers = Headers::new().with("Accept", "*/*").with("User-Agent", "test");
        }
        whole(client, &request)
    };
    assert_eq!(fetch(&mut client, false).status, 401, "the request is signed, the answer is not");
    let file = fetch(&mut client, true);
    assert_eq!((file.status, file.headers.get("Wechatpay-Signature")), (200, None));
    assert_eq!((&bill["hash_type"], &bill["hash_value"]), (&json!("SHA1"), &json!(to_hex(&sha1(&file.body)))));
    let text = String::from_utf8(file.body).unwrap();
    assert!(text.contains("`D1,`7.00") && text.contains("`A1"), "{text}");
    client.control("POST", "/faults", json!({"fault": "damaged_file"}));
    assert_ne!(fetch(&mut client, true).body, text.as_bytes());
    client.control("POST", "/faults", json!({"fault": "cut_answer", "operation": "download"}));
    let at = client.simulator.now().unix();
    assert!(matches!(client.simulator.handle(&signed("GET", &address, "", at, |value| value)), Answer::Dropped));
    client.advance(301);
    assert_eq!(fetch(&mut client, true).status, 404, "after five minutes");
    assert_eq!(client.refused("GET", "/v3/merchant-service/images/none", Value::Null), "RESOURCE_NOT_EXISTS");
}

#[test]
fn the_echo_calls_back_where_an_address_is_named() {
    let mut client = Client::new(json!({}));
    let serial = [("Wechatpay-Serial", "PUB_KEY_ID_SIMULATOR0000000000000001")];
    client.exchange("POST", "/v3/security/echo", json!({"echo_message": "hello"}), &serial);
    assert!(client.callback().is_none());
    let body = json!({"echo_message": "hello", "notify_url": "https://shop.example/echo"});
    assert_eq!(client.exchange("POST", "/v3/security/echo", body, &serial).0, 200);
    let (_, envelope, content) = client.callback().unwrap();
    assert_eq!(
        (
            &envelope["event_type"],
            &envelope["summary"],
            &envelope["resource"]["original_type"],
            &envelope["resource"]["associated_data"]
        ),
        (&json!("SECURITY_ECHO.SUCCESS"), &json!("回调通知成功"), &json!("security"), &json!(""))
    );
    assert_eq!(content, json!({"echo_message": "hello"}));
}
