//! The known answers, on both RSA backends, through the public API where it reaches. Prints how many checks ran per
//! file. An unknown file fails. `PAYSCORE_VECTORS` names another directory, which may lack files.

use payscore::crypto::{self, AeadKey, Certificate, PrivateKeyDer, PublicKeyDer, from_base64, to_base64};
use payscore::http::Headers;
use payscore::protocol::{TrustStore, authorization, open_resource, request_message, response_message, verify};
use payscore::time::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use support::files::json_file;
use support::{keys, note_count, vectors_folder};

/// One RSA backend, named.
struct Backend {
    name: &'static str,
    sign: fn(&PrivateKeyDer, &[u8]) -> Vec<u8>,
    verify: fn(&PublicKeyDer, &[u8], &[u8]) -> bool,
    open: fn(&PrivateKeyDer, &[u8]) -> Option<Vec<u8>>,
    seal: fn(&PublicKeyDer, &[u8]) -> Option<Vec<u8>>,
}

macro_rules! backend {
    ($module:ident) => {
        Backend {
            name: stringify!($module),
            sign: |key, message| crypto::$module::PrivateKey::from_der(key).unwrap().sign(message).unwrap(),
            verify: |key, message, signature| {
                crypto::$module::PublicKey::from_der(key).unwrap().verify(message, signature)
            },
            open: |key, sealed| crypto::$module::PrivateKey::from_der(key).unwrap().open_oaep(sealed).ok(),
            seal: |key, text| crypto::$module::PublicKey::from_der(key).unwrap().seal_oaep(text).ok(),
        }
    };
}

/// How many checks ran and how many do not apply (with their reason), per file.
#[derive(Default)]
struct Tally {
    ran: BTreeMap<String, usize>,
    left_out: Vec<(String, &'static str)>,
}

impl Tally {
    fn good(&mut self, file: &str) {
        *self.ran.entry(file.to_owned()).or_default() += 1;
    }
}

struct Runner {
    directory: PathBuf,
    keys: Value,
    tally: Tally,
}

#[test]
fn known_answers_on_the_pure_backend() {
    run(backend!(pure));
}

#[test]
fn known_answers_on_aws_lc() {
    run(backend!(aws_lc));
}

fn run(backend: Backend) {
    let own = std::env::var_os("PAYSCORE_VECTORS").is_none();
    let directory = vectors_folder();
    // Another directory may lack some files, even the keys.
    let brought = directory.join("keys.json");
    let keys = if brought.exists() { json_file(&brought) } else { keys() };
    let mut runner = Runner { directory: directory.clone(), keys, tally: Tally::default() };
    for entry in std::fs::read_dir(&runner.directory).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".json") else { continue };
        let data = json_file(&directory.join(format!("{name}.json")));
        runner.file(&backend, name, &data);
    }
    let Tally { ran, left_out } = &runner.tally;
    println!("{}: {} checks", backend.name, ran.values().sum::<usize>());
    ran.iter().for_each(|(file, count)| println!("  {file}: {count}"));
    left_out.iter().for_each(|(name, why)| println!("  left out: {name}: {why}"));
    note_count("vectors", ran.values().sum());
    note_count("vectors_left_out", left_out.len());
    if own {
        assert_eq!((ran.values().sum::<usize>(), left_out.len()), (77, 10), "the counts are pinned: 87 in all");
    }
}

impl Runner {
    fn file(&mut self, backend: &Backend, name: &str, data: &Value) {
        match name {
            "keys" => {}
            "request_signing" => each(data, |v| self.request(backend, name, v)),
            "canonical_strings" => each(data, |v| {
                let message = if v["kind"] == "response" {
                    response_message(text(v, "timestamp"), text(v, "nonce_str"), text(v, "body").as_bytes())
                } else {
                    canonical(v)
                };
                assert_eq!(message, text(v, "canonical_message").as_bytes(), "{}", v["name"]);
                assert_eq!(message.len() as u64, v["utf8_length"], "{}", v["name"]);
                self.tally.good(name);
            }),
            "raw_sha256_rsa" => each(data, |v| self.signature(backend, name, v, text(v, "message"))),
            "client_invocation" => each(data, |v| self.signature(backend, name, v, text(v, "canonical_message"))),
            "response_verification" | "notification" => each(data, |v| self.message(backend, name, v)),
            "aead_aes_gcm" => each(data, |v| self.aead(name, v)),
            "platform_certificates" => each(data, |v| self.platform_certificate(name, v)),
            "certificate_serials" => each(data, |v| {
                assert_eq!(
                    Certificate::from_pem(text(v, "certificate_pem")).unwrap().serial_no,
                    text(v, "serial_upper_hex"),
                    "{}",
                    v["name"]
                );
                self.tally.good(name);
            }),
            "rsa_encryption" => each(data, |v| self.oaep(backend, name, v)),
            "hashes" => each(data, |v| {
                let hash = if v["algorithm"] == "SHA1" { crypto::sha1 } else { crypto::sha256 };
                assert_eq!(
                    crypto::to_hex(&hash(text(v, "message_utf8").as_bytes())),
                    text(v, "digest_hex"),
                    "{}",
                    v["name"]
                );
                self.tally.good(name);
            }),
            "hmac_md5_v2" => each(data, |v| self.hmac(name, v)),
            "sm" => {
                for list in ["sm2_signatures", "sm2_decrypt", "sm3", "sm4_gcm"] {
                    for v in data[list].as_array().unwrap() {
                        self.leave_out(v, "国密 (SM2, SM3, SM4) is not supported");
                    }
                }
            }
            "derived" => self.derived(backend, data),
            other => panic!("{other}.json is not known to this runner"),
        }
    }

    fn derived(&mut self, backend: &Backend, data: &Value) {
        let list = |name: &str| data[name].as_array().cloned().unwrap_or_default();
        list("requests").iter().for_each(|v| self.request(backend, "derived", v));
        list("responses").iter().chain(&list("notifications")).for_each(|v| self.message(backend, "derived", v));
        list("rejections").iter().for_each(|v| self.rejection(backend, v));
        for v in list("aead_rejections") {
            let key = AeadKey::new(text(&v, "key_utf8").as_bytes()).unwrap();
            let sealed = from_base64(text(&v, "ciphertext_base64")).unwrap();
            assert!(
                key.open(text(&v, "nonce_utf8").as_bytes(), text(&v, "associated_data_utf8").as_bytes(), &sealed)
                    .is_err(),
                "{}",
                v["name"]
            );
            self.tally.good("derived");
        }
        list("oaep").iter().for_each(|v| self.oaep(backend, "derived", v));
        list("hmac").iter().for_each(|v| self.hmac("derived", v));
        for v in list("multipart") {
            self.request(backend, "derived", &v["request"]);
            let meta: Value = serde_json::from_str(text(&v, "meta")).unwrap();
            let file = hex(text(&v, "file_hex"));
            assert_eq!(crypto::to_hex(&crypto::sha256(&file)), text(&meta, "sha256"));
            self.tally.good("derived");
        }
    }

    fn request(&mut self, backend: &Backend, file: &str, v: &Value) {
        let message = canonical(v);
        assert_eq!(message, text(v, "canonical_message").as_bytes(), "{}", v["name"]);
        let signature = text(v, "signature_base64");
        let key = text(v, "key");
        assert!((backend.verify)(&self.public(key), &message, &from_base64(signature).unwrap()), "{}", v["name"]);
        if v["verify_only"] != true {
            assert_eq!(to_base64(&(backend.sign)(&self.private(key), &message)), signature, "{}", v["name"]);
            let value = authorization(
                text(v, "mchid"),
                text(v, "serial_no"),
                text(v, "timestamp").parse().unwrap(),
                text(v, "nonce_str"),
                signature,
            );
            let (mut ours, mut theirs) = (items(&value), items(text(v, "authorization_example")));
            ours.sort();
            theirs.sort();
            assert_eq!(ours, theirs, "{}", v["name"]);
        }
        self.tally.good(file);
    }

    fn signature(&mut self, backend: &Backend, file: &str, v: &Value, message: &str) {
        let signature = text(v, "signature_base64");
        let key = text(v, "key");
        assert!(
            (backend.verify)(&self.public(key), message.as_bytes(), &from_base64(signature).unwrap()),
            "{}",
            v["name"]
        );
        assert_eq!(to_base64(&(backend.sign)(&self.private(key), message.as_bytes())), signature, "{}", v["name"]);
        self.tally.good(file);
    }

    fn message(&mut self, backend: &Backend, file: &str, v: &Value) {
        let (headers, body, now) = (
            headers(v),
            text(v, "body").as_bytes(),
            Timestamp::from_unix(v["clock_for_test"].as_i64().unwrap()).unwrap(),
        );
        let math = response_message(
            headers.get("wechatpay-timestamp").unwrap(),
            headers.get("WECHATPAY-NONCE").unwrap(),
            body,
        );
        let signature = from_base64(headers.get("Wechatpay-Signature").unwrap()).unwrap();
        assert!((backend.verify)(&self.public(text(v, "key")), &math, &signature), "{}", v["name"]);
        verify(&self.trust(v), &headers, body, now).unwrap_or_else(|error| panic!("{}: {error}", v["name"]));
        self.tally.good(file);
        if v.get("resource_plaintext").is_some() {
            let keys = [AeadKey::new(text(v, "api_v3_key").as_bytes()).unwrap()];
            let json: Value = serde_json::from_slice(body).unwrap();
            assert_eq!(
                open_resource(&keys, &json["resource"]).unwrap(),
                text(v, "resource_plaintext").as_bytes(),
                "{}",
                v["name"]
            );
            self.tally.good(file);
        }
    }

    fn rejection(&mut self, backend: &Backend, v: &Value) {
        let (headers, body, now) = (
            headers(v),
            text(v, "body").as_bytes(),
            Timestamp::from_unix(v["clock_for_test"].as_i64().unwrap()).unwrap(),
        );
        let parts = headers
            .get("Wechatpay-Timestamp")
            .zip(headers.get("Wechatpay-Nonce"))
            .zip(headers.get("Wechatpay-Signature").and_then(from_base64));
        let math = parts.is_some_and(|((at, nonce), signature)| {
            (backend.verify)(&self.public(text(v, "key")), &response_message(at, nonce, body), &signature)
        });
        assert_eq!(math, v["signature_math_valid"].as_bool().unwrap(), "{}", v["name"]);
        let mut trusted = v.clone();
        if v["expected_error"] == "unknown serial" {
            trusted["headers"]["Wechatpay-Serial"] = "440024045C4A427599D09BB4E3DE0279F2E813FD".into();
        }
        let result = verify(&self.trust(&trusted), &headers, body, now);
        if v["valid"] == true {
            result.unwrap();
        } else {
            let expected = match text(v, "name") {
                "signtest_probe" => "verification.probe",
                _ => match text(v, "expected_error") {
                    "signature" => "verification.signature",
                    "unknown serial" => "verification.serial.unknown",
                    "missing header" => "verification.header.missing",
                    "malformed header" => "verification.header.malformed",
                    "timestamp expired" => "verification.timestamp.expired",
                    other => panic!("{other}"),
                },
            };
            assert_eq!(result.unwrap_err().code().as_str(), expected, "{}", v["name"]);
        }
        self.tally.good("derived");
    }

    fn aead(&mut self, file: &str, v: &Value) {
        if v["key_bytes"] != 32 {
            return self.leave_out(v, "AES-128-GCM: an APIv3 key has 32 bytes");
        }
        if text(v, "nonce_utf8").len() != 12 {
            return self.leave_out(v, "a GCM nonce of 16 bytes, not seen in production");
        }
        let key = AeadKey::new(text(v, "key_utf8").as_bytes()).unwrap();
        let sealed = from_base64(text(v, "ciphertext_base64")).unwrap();
        let (nonce, data) = (text(v, "nonce_utf8").as_bytes(), text(v, "associated_data_utf8").as_bytes());
        assert_eq!(key.open(nonce, data, &sealed).unwrap(), text(v, "plaintext_utf8").as_bytes(), "{}", v["name"]);
        assert_eq!(key.seal(nonce, data, text(v, "plaintext_utf8").as_bytes()).unwrap(), sealed, "{}", v["name"]);
        self.tally.good(file);
    }

    fn platform_certificate(&mut self, file: &str, v: &Value) {
        let Some(key) = AeadKey::new(text(v, "api_v3_key").as_bytes()) else {
            return self.leave_out(v, "AES-128-GCM: an APIv3 key has 32 bytes");
        };
        let pem = String::from_utf8(open_resource(&[key], &v["item"]["encrypt_certificate"]).unwrap()).unwrap();
        assert_eq!(pem, text(v, "certificate_pem"), "{}", v["name"]);
        let certificate = Certificate::from_pem(&pem).unwrap();
        assert_eq!(certificate.serial_no, text(v, "certificate_serial_hex"), "{}", v["name"]);
        assert_eq!(Some(certificate.not_before), Timestamp::from_rfc3339(text(v, "not_before")), "{}", v["name"]);
        assert_eq!(Some(certificate.not_after), Timestamp::from_rfc3339(text(v, "not_after")), "{}", v["name"]);
        assert_eq!(certificate.public_key.unwrap().fingerprint(), text(v, "spki_sha256"), "{}", v["name"]);
        self.tally.good(file);
    }

    fn oaep(&mut self, backend: &Backend, file: &str, v: &Value) {
        if v["padding"] == "PKCS1v15" {
            return self.leave_out(v, "PKCS#1 v1.5 decryption: not offered");
        }
        if let Some(length) = v.get("plaintext_length").and_then(Value::as_u64) {
            assert!((backend.seal)(&self.public("java_wechatpay"), &vec![b'x'; length as usize]).is_none());
            return self.tally.good(file);
        }
        let key = text(v, "key");
        let opened = (backend.open)(&self.private(key), &from_base64(text(v, "ciphertext_base64")).unwrap());
        if v["valid"] == false {
            assert_eq!(opened, None, "{}", v["name"]);
        } else {
            assert_eq!(opened.as_deref(), Some(text(v, "plaintext_utf8").as_bytes()), "{}", v["name"]);
            let again = (backend.seal)(&self.public(key), text(v, "plaintext_utf8").as_bytes()).unwrap();
            assert_eq!((backend.open)(&self.private(key), &again), opened, "{}", v["name"]);
        }
        self.tally.good(file);
    }

    fn hmac(&mut self, file: &str, v: &Value) {
        let expected = v.get("hmac_sha256_upper_hex").or_else(|| v.get("sign"));
        let Some(expected) = expected else { return self.leave_out(v, "MD5: not used by the product") };
        let params: BTreeMap<&str, &str> =
            v["params"].as_object().unwrap().iter().map(|(k, v)| (k.as_str(), v.as_str().unwrap())).collect();
        let key = text(v, "api_v2_key");
        let joined = params.iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| format!("{k}={v}&")).collect::<String>()
            + "key="
            + key;
        assert_eq!(joined, text(v, "string_sign_temp"), "{}", v["name"]);
        assert_eq!(
            crypto::to_hex(&crypto::hmac_sha256(key.as_bytes(), joined.as_bytes())).to_uppercase(),
            expected.as_str().unwrap(),
            "{}",
            v["name"]
        );
        self.tally.good(file);
    }

    fn leave_out(&mut self, v: &Value, why: &'static str) {
        self.tally.left_out.push((text(v, "name").to_owned(), why));
    }

    fn private(&self, key: &str) -> PrivateKeyDer {
        PrivateKeyDer::from_pem(text(&self.keys[key], "private_key_pkcs8_pem")).expect(key)
    }

    fn public(&self, key: &str) -> PublicKeyDer {
        match self.keys[key].get("public_key_spki_pem") {
            Some(pem) => PublicKeyDer::from_pem(pem.as_str().unwrap()).expect(key),
            None => Certificate::from_pem(text(&self.keys[key], "certificate_pem")).unwrap().public_key.expect(key),
        }
    }

    /// Some vectors are signed with another key than their serial names: the key of the vector stands in for it.
    fn trust(&self, v: &Value) -> TrustStore {
        let serial = v["headers"]["Wechatpay-Serial"].as_str().unwrap_or("PUB_KEY_ID_NONE");
        TrustStore::new().with_public_key(serial, self.public(text(v, "key"))).unwrap()
    }
}

fn each(data: &Value, check: impl FnMut(&Value)) {
    data["vectors"].as_array().unwrap().iter().for_each(check);
}

fn text<'v>(v: &'v Value, name: &str) -> &'v str {
    v[name].as_str().unwrap_or_else(|| panic!("{name} of {}", v["name"]))
}

fn canonical(v: &Value) -> Vec<u8> {
    request_message(
        text(v, "method"),
        text(v, "url"),
        text(v, "timestamp").parse().unwrap(),
        text(v, "nonce_str"),
        text(v, "body").as_bytes(),
    )
}

fn headers(v: &Value) -> Headers {
    v["headers"].as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect()
}

fn items(authorization: &str) -> Vec<&str> {
    let (scheme, rest) = authorization.trim_start_matches("Authorization: ").split_once(' ').unwrap();
    std::iter::once(scheme).chain(rest.split(',')).collect()
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}
