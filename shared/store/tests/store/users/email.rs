//! One e-mail, one user.

use backoffice_domain::password::PasswordHash;
use backoffice_domain::{Email, Name, Status, UserChanges};
use backoffice_store::Error;

use crate::harness::{Change, Person, World, changes, creation};

fn email(text: &str) -> UserChanges {
    UserChanges { email: Some(Email::parse(text).expect("an e-mail")), ..changes() }
}

#[tokio::test]
async fn r30_an_email_is_taken_in_every_case_and_form() {
    let world = World::open().await;
    for (first, others) in [
        ("Ada@Shop.Example", &["ada@shop.example", "ADA@SHOP.EXAMPLE", "ａｄａ@shop.example"][..]),
        ("josé@shop.example", &["jose\u{301}@shop.example", "JOSÉ@shop.example"]),
        ("straße@shop.example", &["STRASSE@shop.example", "strasse@SHOP.example"]),
        ("ΣΊΣΥΦΟΣ@shop.example", &["σίσυφος@shop.example", "σίσυφοσ@shop.example"]),
        ("ﬁona@shop.example", &["FIONA@shop.example"]),
    ] {
        let owner = world.add(Person::named("The", "Owner").email(first)).await;
        let before = world.table.dump().await;
        for other in others {
            let refused = world.try_add(&Person::named("An", "Other").email(other)).await;
            assert!(matches!(refused, Err(Error::EmailTaken(id)) if id == owner.id), "{other}: {refused:?}");
        }
        assert_eq!(world.table.dump().await, before);
    }
    world.close().await;
}

#[tokio::test]
async fn r30_an_edit_takes_no_email_of_another() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example")).await;
    let grace = world.add(Person::named("Grace", "Hopper").email("grace@shop.example")).await;
    let before = world.table.dump().await;

    let refused = world.edit(&grace, email("ADA@shop.example")).await;

    assert!(matches!(refused, Err(Error::EmailTaken(id)) if id == ada.id), "{refused:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r30_a_deleted_users_email_stays_theirs() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example")).await;
    world.set_status(&ada, Status::Deleted).await.expect("deleted");

    let refused = world.try_add(&Person::named("Ada", "Again").email("ada@shop.example")).await;

    assert!(matches!(refused, Err(Error::EmailTaken(id)) if id == ada.id), "{refused:?}");
    world.close().await;
}

#[tokio::test]
async fn r30_an_email_moves_with_its_credential_and_frees_the_old_one() {
    let world = World::open().await;
    let person = Person::named("Ada", "Lovelace").email("ada@shop.example").user();
    let hash = PasswordHash::stored("the very hash".to_owned());
    let by = world.by_administrator();
    world.change(Change { actor: by, hash: Some(hash.clone()), ..creation(&person) }).await.expect("created");

    let moved = world.edit(&person, email("ada.lovelace@shop.example")).await.expect("moved");

    let credential = world.store.credential(&moved.email).await.expect("a read").expect("a credential");
    assert_eq!((credential.user_id, credential.hash), (person.id, hash));
    assert!(world.store.credential(&person.email).await.expect("a read").is_none());
    world.add(Person::named("Ada", "Second").email("ada@shop.example")).await;
    world.close().await;
}

#[tokio::test]
async fn r30_another_spelling_of_ones_own_email_is_no_conflict() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example")).await;

    let edited = world.edit(&ada, email("Ada@Shop.Example")).await.expect("an edit");

    assert_eq!(world.user(ada.id).await.email.as_str(), "Ada@Shop.Example");
    assert_eq!(edited.version, 2);
    world.close().await;
}

#[tokio::test]
async fn r31_a_stale_move_of_an_email_is_a_conflict_like_any_other() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example")).await;
    let current = world.edit(&ada, email("ada.b@shop.example")).await.expect("moved");

    // The credential that would have to move is where the first edit put it, or somebody else's.
    let stale = world.edit(&ada, email("ada.c@shop.example")).await;
    assert!(matches!(&stale, Err(Error::UserChanged(conflict)) if conflict.current == current), "{stale:?}");
    let other = world.add(Person::named("Ada", "Second").email("ada@shop.example")).await;
    let stale = world.edit(&ada, email("ada.d@shop.example")).await;
    assert!(matches!(&stale, Err(Error::UserChanged(conflict)) if conflict.current == current), "{stale:?}");

    let credential = world.store.credential(&other.email).await.expect("a read").expect("a credential");
    assert_eq!(credential.user_id, other.id);
    world.close().await;
}

#[tokio::test]
async fn r30_words_follow_the_names_and_the_email() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Byron").email("ada@shop.example")).await;
    let name = Some(Name::parse("King Noel").expect("a name"));
    let edited = world.edit(&ada, UserChanges { last_name: name, ..email("countess@lovelace.example") }).await;
    assert_eq!(
        edited.expect("an edit").words(),
        ["ada", "countess", "king", "lovelace.example", "noel"],
        "what the check at the end compares the table with"
    );
    world.close().await;
}
