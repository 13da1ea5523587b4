//! Uploads, downloads and the echo's callback, by hand-made requests.

use super::hand::{Hand, identity};
use super::signed;
use payscore::crypto::{sha1, sha256, to_hex};
use payscore::http::{Headers, Request, Response};
use payscore_simulator::Answer;
use serde_json::{Value, json};

const MEDIA: &str = "/v3/merchant/media/upload";
const FILE: &[u8] = b"\x89PNG\r\n\r\n--b\x00\xff";

/// An upload: `signs` is what the signature covers, `body` what is sent.
fn upload(hand: &mut Hand, path: &str, signs: &str, content_type: &str, body: Vec<u8>) -> (u16, Value) {
    let mut request = signed("POST", path, signs, hand.simulator.now().unix(), |value| value);
    let others = request.headers.iter().filter(|(name, _)| *name != "Content-Type");
    request.headers = others.collect::<Headers>().with("Content-Type", content_type);
    request.body = Some(body);
    answered(hand, &request)
}

fn answered(hand: &mut Hand, request: &Request) -> (u16, Value) {
    let response = whole(hand, request);
    (response.status, serde_json::from_slice(&response.body).unwrap_or_default())
}

fn whole(hand: &mut Hand, request: &Request) -> Response {
    let Answer::Reply(response) = hand.simulator.handle(request) else { panic!("dropped") };
    response
}

fn meta(name: &str, file: &[u8]) -> String {
    // A blank, as any writer may set it: what is signed is this text and no other.
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
    let mut hand = Hand::new(json!({}));
    let description = meta("a;b.png", FILE);
    let body = form(&[(META, description.as_bytes()), (PART, FILE)]);
    for (path, member) in [(MEDIA, "media_id"), ("/v3/marketing/favor/media/image-upload", "media_url")] {
        let (status, answer) = upload(&mut hand, path, &description, TYPE, body.clone());
        assert!(status == 200 && answer[member].is_string(), "{status} {answer}");
    }
    let kept = hand.door("GET", "/files", Value::Null);
    let one = kept.as_array().unwrap().iter().find(|file| file["path"] == MEDIA).unwrap();
    assert_eq!(
        (&one["filename"], &one["content_type"], &one["size"], &one["sha256"]),
        (&json!("a;b.png"), &json!("image/png"), &json!(FILE.len()), &json!(to_hex(&sha256(FILE))))
    );
    // The picture comes back without a signature.
    let path = format!("/v3/merchant-service/images/{}", one["media_id"].as_str().unwrap());
    let response = whole(&mut hand, &signed("GET", &path, "", super::NOW, |value| value));
    assert_eq!(
        (response.status, response.body.as_slice(), response.headers.get("Wechatpay-Signature")),
        (200, FILE, None)
    );
}

#[test]
fn an_upload_is_refused_when_it_is_signed_or_made_otherwise() {
    let mut hand = Hand::new(json!({}));
    let description = meta("a.png", FILE);
    let good = || form(&[(META, description.as_bytes()), (PART, FILE)]);
    let text = String::from_utf8_lossy(&good()).into_owned();
    // What is signed is neither the whole body nor the description written anew.
    for signs in [text.as_str(), &description.replace(' ', ""), ""] {
        let (status, answer) = upload(&mut hand, MEDIA, signs, TYPE, good());
        assert_eq!((status, answer["code"].as_str()), (401, Some("SIGN_ERROR")), "{signs}");
    }
    // With a file name, the description is not found.
    let named = META.replace("\"meta\";", "\"meta\"; filename=\"meta.json\"");
    let body = form(&[(&named, description.as_bytes()), (PART, FILE)]);
    assert_eq!(upload(&mut hand, MEDIA, &description, TYPE, body).0, 401);
    assert_eq!(upload(&mut hand, MEDIA, &description, "application/json", good()).0, 401);
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
        let (status, answer) = upload(&mut hand, MEDIA, signs, TYPE, body);
        assert_eq!((status, answer["detail"]["field"].as_str()), (400, Some(field)), "{signs} {answer}");
    }
    assert_eq!(hand.door("GET", "/files", Value::Null), json!([]));
}

#[test]
fn a_bill_is_told_signed_and_comes_unsigned_for_five_minutes() {
    let mut hand = Hand::new(json!({}));
    hand.completed("A1");
    hand.ok(
        "POST",
        "/serviceorder/A1/registerdeductinfo",
        identity(json!({"appid": "wxd678efh567hg6787", "out_trade_no": "D1"})),
    );
    hand.door("POST", "/clearing/withhold", json!({"out_trade_no": "D1", "amount": 700, "sub_mchid": "1900000109"}));
    let today = "/v3/bill/tradebill?bill_date=2025-06-01";
    assert_eq!(hand.refused("GET", today, Value::Null), "NO_STATEMENT_EXIST");
    hand.advance(24 * 3600);
    assert_eq!(hand.refused("GET", "/v3/bill/tradebill?bill_date=2025-05-31", Value::Null), "NO_STATEMENT_EXIST");
    for wrong in ["", "?bill_date=20250601", "?bill_date=2025-06-01&bill_type=X", "?bill_date=2025-06-01&tar_type=GZIP"]
    {
        assert_eq!(hand.refused("GET", &format!("/v3/bill/tradebill{wrong}"), Value::Null), "PARAM_ERROR");
    }
    let (status, told, response) = hand.whole("GET", today, Value::Null, &[]);
    assert!(status == 200 && response.headers.get("Wechatpay-Signature").is_some());
    let address =
        told["download_url"].as_str().unwrap().strip_prefix("https://api.mch.weixin.qq.com").unwrap().to_owned();
    let fetch = |hand: &mut Hand, signs: bool| {
        let at = hand.simulator.now().unix();
        let mut request = signed("GET", &address, "", at, |value| value);
        if !signs {
            request.headers = Headers::new().with("Accept", "*/*").with("User-Agent", "test");
        }
        whole(hand, &request)
    };
    assert_eq!(fetch(&mut hand, false).status, 401, "the request is signed, the answer is not");
    let file = fetch(&mut hand, true);
    assert_eq!((file.status, file.headers.get("Wechatpay-Signature")), (200, None));
    assert_eq!((&told["hash_type"], &told["hash_value"]), (&json!("SHA1"), &json!(to_hex(&sha1(&file.body)))));
    let text = String::from_utf8(file.body).unwrap();
    assert!(text.contains("`D1,`7.00") && text.contains("`A1"), "{text}");
    hand.door("POST", "/faults", json!({"fault": "damaged_file"}));
    assert_ne!(fetch(&mut hand, true).body, text.as_bytes());
    hand.door("POST", "/faults", json!({"fault": "cut_answer", "operation": "download"}));
    let at = hand.simulator.now().unix();
    assert!(matches!(hand.simulator.handle(&signed("GET", &address, "", at, |value| value)), Answer::Dropped));
    hand.advance(301);
    assert_eq!(fetch(&mut hand, true).status, 404, "and not for ever");
    assert_eq!(hand.refused("GET", "/v3/merchant-service/images/none", Value::Null), "RESOURCE_NOT_EXISTS");
}

#[test]
fn the_echo_calls_back_where_an_address_is_named() {
    let mut hand = Hand::new(json!({}));
    let serial = [("Wechatpay-Serial", "PUB_KEY_ID_SIMULATOR0000000000000001")];
    hand.whole("POST", "/v3/security/echo", json!({"echo_message": "hello"}), &serial);
    assert!(hand.callback().is_none());
    let body = json!({"echo_message": "hello", "notify_url": "https://shop.example/echo"});
    assert_eq!(hand.whole("POST", "/v3/security/echo", body, &serial).0, 200);
    let (_, envelope, content) = hand.callback().unwrap();
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
