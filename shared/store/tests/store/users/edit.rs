//! Editing a user.

use backoffice_domain::{Language, Name, User, UserChanges};
use backoffice_store::Error;

use crate::harness::{Person, World, changes, group, new_hash};

#[tokio::test]
async fn r33_an_edit_moves_everything_it_touches() {
    let world = World::open().await;
    let before = world.add(Person::named("Ada", "Byron").of(&[group(2), group(3)])).await;

    let edited = world
        .edit(
            &before,
            UserChanges {
                last_name: Some(Name::parse("Lovelace").expect("a name")),
                groups: Some(vec![group(3), group(4)]),
                agent: Some(true),
                language: Some(Language::German),
                ..changes()
            },
        )
        .await
        .expect("an edit");

    assert_eq!(world.user(before.id).await, edited);
    assert_eq!((edited.version, edited.updated_by.as_ref()), (2, Some(&world.administrator.editor())));
    let members = world.member_counts().await;
    assert_eq!(members[1..4], [0, 1, 1]);
    world.close().await;
}

#[tokio::test]
async fn r31_a_stale_edit_changes_nothing_and_shows_what_is() {
    let world = World::open().await;
    let before = world.add(Person::named("Ada", "Lovelace")).await;
    let current = world.edit(&before, UserChanges { agent: Some(true), ..changes() }).await.expect("an edit");
    let table = world.table.dump().await;

    let stale = world.edit(&before, UserChanges { language: Some(Language::German), ..changes() }).await;

    assert!(matches!(&stale, Err(Error::UserChanged(conflict)) if conflict.current == current), "{stale:?}");
    assert_eq!(world.table.dump().await, table);
    world.close().await;
}

#[tokio::test]
async fn r31_an_edit_of_nobody_says_so() {
    let world = World::open().await;
    let nobody = Person::named("No", "Body").user();
    let refused = world.edit(&nobody, UserChanges { agent: Some(true), ..changes() }).await;
    assert!(matches!(refused, Err(Error::UserMissing)), "{refused:?}");
    world.close().await;
}

#[tokio::test]
async fn r15_a_new_password_replaces_the_credential_and_ends_the_epoch() {
    let world = World::open().await;
    let before = world.add(Person::named("Ada", "Lovelace")).await;

    let edited = world.edit(&before, UserChanges { password: true, ..changes() }).await.expect("an edit");

    assert_eq!(world.user(before.id).await.session_epoch, before.session_epoch + 1);
    let credential = world.store.credential(&edited.email).await.expect("a read").expect("a credential");
    assert_eq!((credential.user_id, credential.hash), (edited.id, new_hash()));
    world.close().await;
}

#[tokio::test]
async fn r33_the_largest_edit_fits_one_transaction() {
    let world = World::open().await;
    // Eight words a name and a local part, all of them new, and ten groups for ten others.
    let person = |[one, two, three]: [char; 3], groups: std::ops::RangeInclusive<u128>| {
        let words = |letter: char| ('a'..='h').map(|second| format!("{letter}{second}")).collect::<Vec<_>>();
        Person::named(&words(one).join(" "), &words(two).join(" "))
            .email(&format!("{}@{three}.example", words(three).join(".")))
            .of(&groups.map(group).collect::<Vec<_>>())
    };
    let before = world.add(person(['a', 'b', 'c'], 2..=11)).await;
    let User { email, first_name, last_name, groups, .. } = person(['x', 'y', 'z'], 12..=21).user();

    let everything = UserChanges {
        email: Some(email),
        first_name: Some(first_name),
        last_name: Some(last_name),
        groups: Some(groups),
        agent: Some(true),
        language: Some(Language::German),
        password: true,
    };
    let edited = world.edit(&before, everything).await.expect("at most 100 items");

    assert_eq!(edited.words().len(), 25);
    assert_eq!(world.user(before.id).await, edited);
    world.close().await;
}
