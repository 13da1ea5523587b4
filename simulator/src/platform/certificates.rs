//! 下载平台证书: the platform certificates, each sealed under the APIv3 key.

use crate::common::{Common, Refusal};
use crate::wire::keys::{Keys, Platform};
use crate::wire::reading::query;
use payscore::crypto::to_base64;
use payscore::http::Request;
use serde_json::{Value, json};

pub(super) fn certificates(keys: &Keys, common: &mut Common, request: &Request) -> Result<Value, Refusal> {
    let params = query(request)?;
    let kind = params.get("algorithm_type").and_then(Value::as_str).unwrap_or("RSA");
    if !matches!(kind, "RSA" | "SM2" | "ALL") {
        return Err(Refusal::param("algorithm_type", params.get("algorithm_type"), "RSA, SM2 or ALL", "query"));
    }
    if !keys.listed || kind == "SM2" {
        return Err(Refusal::no_certificates());
    }
    let entry = |platform: &Platform| {
        let nonce = common.fresh("certificate").get(..12).unwrap_or_default().to_owned();
        let sealed = keys.api_v3.seal(nonce.as_bytes(), b"certificate", platform.pem.as_bytes()).unwrap_or_default();
        json!({"serial_no": platform.serial, "effective_time": platform.from.rfc3339(),
            "expire_time": platform.to.rfc3339(),
            "encrypt_certificate": {"algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": "certificate",
                "ciphertext": to_base64(&sealed)}})
    };
    let data: Vec<Value> = keys.valid().into_iter().map(entry).collect();
    Ok(json!({ "data": data }))
}
