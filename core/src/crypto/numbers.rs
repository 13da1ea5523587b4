//! Checks the numbers of an RSA key before any backend sees them. The backends differ: one checks the CRT members, one
//! computes them again, and WebCrypto checks nothing. So every build accepts and refuses the same keys.

use super::KeyProblem;
use crypto_bigint::{BoxedUint, ConcatenatingMul, NonZero};
use zeroize::Zeroize;

/// The supported sizes in bits. WeChat Pay's certificates have 2048.
const SIZES: [u32; 3] = [2048, 3072, 4096];

/// The public exponent of every key that is made today.
const EXPONENT: [u8; 3] = [1, 0, 1];

/// A modulus of a usual size, odd, with the usual exponent. Both as DER has them: without leading zeros.
pub(super) fn check_public(key: &pkcs1::RsaPublicKeyRef<'_>) -> Result<(), KeyProblem> {
    let modulus = key.modulus.as_bytes();
    let leading = modulus.first().map_or(8, |byte| byte.leading_zeros());
    let bits = u32::try_from(modulus.len().saturating_mul(8)).unwrap_or(u32::MAX).saturating_sub(leading);
    if bits < 2048 {
        return Err(KeyProblem::TooSmall(bits));
    }
    if !SIZES.contains(&bits) {
        return Err(KeyProblem::OddSize(bits));
    }
    if modulus.last().is_none_or(|last| last % 2 == 0) {
        return Err(KeyProblem::Damaged);
    }
    if key.public_exponent.as_bytes() != EXPONENT {
        return Err(KeyProblem::Exponent);
    }
    Ok(())
}

/// All eight numbers fit together: p and q are half as long as their product n; d, dP and dQ undo e; qInv undoes q.
pub(super) fn check_private(key: &pkcs1::RsaPrivateKeyRef<'_>) -> Result<(), KeyProblem> {
    check_public(&key.public_key())?;
    if key.other_prime_infos.is_some() {
        return Err(KeyProblem::Numbers);
    }
    let bits = u32::try_from(key.modulus.as_bytes().len().saturating_mul(8)).unwrap_or(u32::MAX);
    // One width for all: how long each is, is no secret's business.
    let number = |bytes: &[u8]| BoxedUint::from_be_slice(bytes, bits).map_err(|_| KeyProblem::Numbers);
    let [n, e] = [number(key.modulus.as_bytes())?, number(key.public_exponent.as_bytes())?];
    let mut secret = [
        number(key.private_exponent.as_bytes())?,
        number(key.prime1.as_bytes())?,
        number(key.prime2.as_bytes())?,
        number(key.exponent1.as_bytes())?,
        number(key.exponent2.as_bytes())?,
        number(key.coefficient.as_bytes())?,
    ];
    let fit = numbers_fit_together(&n, &e, &secret, bits / 2);
    secret.iter_mut().for_each(Zeroize::zeroize);
    if fit { Ok(()) } else { Err(KeyProblem::Numbers) }
}

fn numbers_fit_together(n: &BoxedUint, e: &BoxedUint, secret: &[BoxedUint; 6], half: u32) -> bool {
    let [d, p, q, d_p, d_q, q_inv] = secret;
    let one = BoxedUint::one_with_precision(n.bits_precision());
    let less_one = |prime: &BoxedUint| NonZero::new(prime.wrapping_sub(&one)).into_option();
    let (Some(p1), Some(q1), Some(p_)) = (less_one(p), less_one(q), NonZero::new(p.clone()).into_option()) else {
        return false;
    };
    let undoes =
        |a: &BoxedUint, b: &BoxedUint, modulus: &NonZero<BoxedUint>| a.concatenating_mul(b).rem(modulus) == one;
    p.bit_width() == half
        && q.bit_width() == half
        && p.concatenating_mul(q) == *n
        && d < n
        && d_p < p
        && d_q < q
        && q_inv < p
        && undoes(e, d_p, &p1)
        && undoes(e, d_q, &q1)
        && d.rem(&p1) == *d_p
        && d.rem(&q1) == *d_q
        && undoes(q_inv, q, &p_)
}
