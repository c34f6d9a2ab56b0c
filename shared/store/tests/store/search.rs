//! Finding users by the beginnings of words.

use backoffice_domain::fold::query_words;
use backoffice_domain::{Email, Name, Status, User, UserChanges, UserId};

use crate::harness::{List, Person, World, changes, ids, one_of_many};
use crate::lists::of_status;

/// Everybody of every status who is found by what was typed, four a page.
fn found_by(typed: &str) -> List {
    List::Found { words: query_words(typed), filter: of_status(Status::ALL), limit: 4 }
}

/// Who is found, by walking there and back.
async fn find(world: &World, typed: &str) -> Vec<UserId> {
    let (there, back) = found_by(typed).walk(&world.store).await;
    assert_eq!(ids(&there), ids(&back), "{typed}");
    ids(&there)
}

fn sorted(mut ids: Vec<UserId>) -> Vec<UserId> {
    ids.sort();
    ids
}

#[tokio::test]
async fn r30_people_are_found_by_the_beginning_of_any_word() {
    let world = World::open().await;
    let zoe = world.add(Person::named("Zoë Marie", "Ångström-Müller").email("z.ang@Shop.Example")).await;
    let strasse = world.add(Person::named("Ada", "Straße").email("ada+test@other.example")).await;
    let rtl = world.add(Person::named("מרים", "🦀").email("crab@shop.example")).await;
    let wide = world.add(Person::named("ﷺ", "ＦＵＬＬ").email("wide@shop.example")).await;

    for typed in ["Zo", "zoë", "ZOE", "mari", "ang", "Ångström", "müll", "z.ang@shop", "muller zoe", "ANG@shop.example"]
    {
        assert_eq!(find(&world, typed).await, [zoe.id], "{typed}");
    }
    for typed in ["stras", "STRASSE", "straße", "ada te", "test@other.example", "ada straße @other.ex"] {
        assert_eq!(find(&world, typed).await, [strasse.id], "{typed}");
    }
    for typed in ["מרים", "🦀", "crab@", "🦀 מר"] {
        assert_eq!(find(&world, typed).await, [rtl.id], "{typed}");
    }
    for typed in ["full", "ｗide", "صلى"] {
        assert_eq!(find(&world, typed).await, [wide.id], "{typed}");
    }
    for typed in ["oe", "zoe ada", "ample", "zoe zzz", ""] {
        assert_eq!(find(&world, typed).await, [], "{typed}");
    }
    assert_eq!(sorted(find(&world, "@shop.ex").await).len(), 4, "three, and the administrator");
    world.close().await;
}

#[tokio::test]
async fn r37_each_is_found_once_however_many_words_match() {
    let world = World::open().await;
    let mut many = Vec::new();
    for number in 0..9 {
        let person = Person::named("Anna Anne", "Anders Annan").email(&format!("an.anni{number}@an.example"));
        many.push(world.add(person).await.id);
    }
    for typed in ["a", "an", "ann", "an an", "anna ann an a", "anders @an.example"] {
        let found = find(&world, typed).await;
        // The first administrator has words with a as well.
        let found: Vec<_> = found.into_iter().filter(|id| *id != world.administrator.id).collect();
        assert_eq!(sorted(found), many, "{typed}");
    }
    world.close().await;
}

#[tokio::test]
async fn r37_what_is_found_follows_the_word_that_matched() {
    let world = World::open().await;
    let last_names = ["Mulligan", "Müller", "Mudd", "Muir", "Müller", "Mu"];
    let mut people: Vec<User> = Vec::new();
    for name in last_names {
        people.push(world.add(Person::named("Kim", name)).await);
    }
    let mut expected = people.clone();
    expected.sort_by_key(|user| (backoffice_domain::fold::fold(user.last_name.as_str()), user.id));

    let expected: Vec<_> = expected.iter().map(|user| user.id).collect();
    assert_eq!(find(&world, "mu").await, expected);
    world.close().await;
}

#[tokio::test]
async fn r37_what_is_found_can_be_filtered() {
    let world = World::open().await;
    let users: Vec<User> = (0..60).map(one_of_many).collect();
    world.add_all(&users).await;
    for statuses in [&[Status::Deleted][..], &[Status::Active, Status::Deactivated], Status::ALL] {
        for agent in [None, Some(true), Some(false)] {
            let filter = backoffice_store::users::UserFilter { agent, ..of_status(statuses) };
            let list = List::Found { words: vec!["a".to_owned(), "shop".to_owned()], filter, limit: 3 };
            let (there, back) = list.walk(&world.store).await;
            assert_eq!(ids(&there), ids(&back));
            let expected = users
                .iter()
                .filter(|user| user.words().iter().any(|word| word.starts_with('a')))
                .filter(|user| statuses.contains(&user.status) && agent.is_none_or(|agent| user.agent == agent));
            let found: Vec<_> = ids(&there).into_iter().filter(|id| *id != world.administrator.id).collect();
            assert_eq!(sorted(found), expected.map(|user| user.id).collect::<Vec<_>>());
        }
    }
    world.close().await;
}

#[tokio::test]
async fn r36_search_follows_every_edit() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Byron").email("ada@shop.example")).await;
    assert_eq!(find(&world, "byron").await, [ada.id]);

    let edited = world
        .edit(
            &ada,
            UserChanges {
                last_name: Some(Name::parse("Lovelace").expect("a name")),
                email: Some(Email::parse("countess@other.example").expect("an e-mail")),
                ..changes()
            },
        )
        .await
        .expect("an edit");

    assert_eq!(find(&world, "byron").await, []);
    for typed in ["lovelace ada", "countess", "@other.example ada"] {
        assert_eq!(find(&world, typed).await, [ada.id], "{typed}");
    }
    let deleted = world.set_status(&edited, Status::Deleted).await.expect("deleted");
    assert_eq!(find(&world, "lovelace").await, [deleted.id], "deleted users are found, too");
    world.close().await;
}
