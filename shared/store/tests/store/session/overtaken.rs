//! A sign-in that something overtakes opens nothing (R17).

use backoffice_domain::password::PasswordHash;
use backoffice_domain::{Email, Status, UserChanges};
use backoffice_store::Error;

use super::sign_in;
use crate::harness::{Change, Person, World, changes, creation, hash};

#[tokio::test]
async fn r17_a_sign_in_overtaken_by_any_change_of_status_opens_nothing() {
    let world = World::open().await;
    for status in [Status::Deactivated, Status::Deleted] {
        let ada = world.add(Person::named("Ada", "Lovelace")).await;
        world.set_status(&ada, status).await.expect("another status");
        let before = world.table.dump().await;

        let overtaken = sign_in(&world.store, &ada, &hash()).await;

        assert!(matches!(overtaken, Err(Error::ActorChanged)), "{overtaken:?}");
        assert_eq!(world.table.dump().await, before);
    }
    world.close().await;
}

#[tokio::test]
async fn r17_a_sign_in_overtaken_by_a_way_there_and_back_opens_nothing() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let gone = world.set_status(&ada, Status::Deactivated).await.expect("deactivated");
    world.set_status(&gone, Status::Active).await.expect("activated");

    let overtaken = sign_in(&world.store, &ada, &hash()).await;

    assert!(matches!(overtaken, Err(Error::ActorChanged)), "{overtaken:?}");
    world.close().await;
}

#[tokio::test]
async fn r17_a_sign_in_overtaken_by_a_new_password_opens_nothing() {
    let world = World::open().await;
    let person = Person::named("Ada", "Lovelace").user();
    let old = PasswordHash::stored("the old hash".to_owned());
    let by = world.by_administrator();
    world.change(Change { actor: by, hash: Some(old.clone()), ..creation(&person) }).await.expect("created");
    let newer = world.edit(&person, UserChanges { password: true, ..changes() }).await.expect("a new password");
    let before = world.table.dump().await;

    // Both were read before the change.
    let overtaken = sign_in(&world.store, &person, &old).await;
    assert!(matches!(overtaken, Err(Error::ActorChanged)), "{overtaken:?}");
    // The credential was read before it, the user after it: of the new epoch already.
    let overtaken = sign_in(&world.store, &newer, &old).await;
    assert!(matches!(overtaken, Err(Error::CredentialChanged)), "{overtaken:?}");

    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r17_a_sign_in_overtaken_by_a_new_email_has_to_look_again() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example")).await;
    let email = Some(Email::parse("ada.lovelace@shop.example").expect("an e-mail"));
    world.edit(&ada, UserChanges { email, ..changes() }).await.expect("moved");

    let overtaken = sign_in(&world.store, &ada, &hash()).await;

    assert!(matches!(overtaken, Err(Error::CredentialChanged)), "{overtaken:?}");
    world.close().await;
}
