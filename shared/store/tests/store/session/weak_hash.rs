//! A weak hash is made stronger at the next good sign-in (R03).

use backoffice_domain::password::{Password, PasswordHash, Verdict};
use backoffice_domain::{Email, UserChanges};
use backoffice_store::Error;
use backoffice_store::session::SignIn;
use jiff::Timestamp;

use super::{session, sign_in};
use crate::harness::{Change, Person, World, acting, by, changes, creation};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r03_a_weak_hash_is_rewritten_once_by_two_at_once() {
    let world = World::open().await;
    let password = Password::typed("correct horse battery");
    // Of the same password with m=8192: what an older version stored.
    let weak = PasswordHash::stored(
        "$argon2id$v=19$m=8192,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$jK7mUeN33WcrauLkbHmQ1ySVEEpKdFfOLVj3emNSD/Q".to_owned(),
    );
    assert_eq!(weak.verify(&password), Verdict::RightButWeak);
    let stronger: Vec<PasswordHash> = (1..=2).map(|salt| PasswordHash::of(&password, &[salt; 16])).collect();
    for _ in 0..20 {
        let ada = Person::named("Ada", "Lovelace").user();
        let by_administrator = world.by_administrator();
        world
            .change(Change { actor: by_administrator, hash: Some(weak.clone()), ..creation(&ada) })
            .await
            .expect("created");
        let attempts = stronger.iter().map(|stronger| {
            let (store, ada, weak, stronger) = (world.store.clone(), ada.clone(), weak.clone(), stronger.clone());
            tokio::spawn(async move {
                let session = session(&ada, Timestamp::now());
                let sign_in =
                    SignIn { user: &ada, hash: &weak, stronger: Some(&stronger), session: &session, former: None };
                store.open_session(&acting(by(&ada)), &sign_in).await
            })
        });
        let outcomes = futures_util::future::join_all(attempts).await;
        let outcomes: Vec<_> = outcomes.into_iter().map(|outcome| outcome.expect("no panic")).collect();

        let winner = outcomes.iter().position(Result::is_ok).expect("one rewrites");
        let loser = &outcomes[1 - winner];
        assert!(matches!(loser, Err(Error::CredentialChanged)), "{loser:?}");
        let credential = world.store.credential(&ada.email).await.expect("a read").expect("a credential");
        assert_eq!(credential.hash, stronger[winner]);
        assert_eq!(credential.hash.verify(&password), Verdict::Right);
        sign_in(&world.store, &ada, &credential.hash).await.expect("the other one, having looked again");
    }
    world.close().await;
}

#[tokio::test]
async fn r03_a_weak_hash_made_stronger_moves_with_the_email() {
    let world = World::open().await;
    for round in 0..20 {
        let (weak, strong) = (PasswordHash::stored("weak".to_owned()), PasswordHash::stored("strong".to_owned()));
        let ada = Person::named("Ada", "Lovelace").user();
        world
            .change(Change { actor: world.by_administrator(), hash: Some(weak.clone()), ..creation(&ada) })
            .await
            .expect("created");
        let email = Email::parse(&format!("moved{round}@shop.example")).expect("an e-mail");
        let session = session(&ada, Timestamp::now());
        let sign_in = SignIn { user: &ada, hash: &weak, stronger: Some(&strong), session: &session, former: None };
        let acting = acting(by(&ada));

        let (moved, signed_in) = tokio::join!(
            world.edit(&ada, UserChanges { email: Some(email.clone()), ..changes() }),
            world.store.open_session(&acting, &sign_in)
        );

        assert!(moved.is_ok(), "{moved:?}");
        let credential = world.store.credential(&email).await.expect("a read").expect("a credential");
        match signed_in {
            Ok(_) => assert_eq!(credential.hash, strong),
            Err(Error::CredentialChanged) => assert_eq!(credential.hash, weak),
            Err(other) => panic!("{other:?}"),
        }
    }
    world.close().await;
}
