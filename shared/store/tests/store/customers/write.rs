//! Writing one customer.

use backoffice_domain::{Customer, CustomerData, Gender, Name};
use backoffice_store::Error;
use backoffice_store::customers::CustomerChange;

use crate::harness::{Person, World, acting, by, changes, customer, group};

fn data(before: &Customer, last_name: &str, gender: Option<Gender>) -> CustomerData {
    CustomerData { last_name: Name::parse(last_name).expect("a name"), gender, ..before.data.clone() }
}

#[tokio::test]
async fn r33_a_customer_is_written_with_words_and_event() {
    let world = World::open().await;
    let created = customer("DE--1_a.B");
    world.put_customer(None, &created).await.expect("created");
    assert_eq!(world.customer(&created.id).await, created);

    let edited = created.with_data(data(&created, "Murray", Some(Gender::Male))).expect("a change");
    world.put_customer(Some(&created), &edited).await.expect("edited");
    let again = edited.with_data(data(&edited, "Murray", None)).expect("a change");
    world.put_customer(Some(&edited), &again).await.expect("edited");

    assert_eq!((world.customer(&created.id).await, again.version), (again, 3));
    let edit = world.store.last_edit_of_customer(&created.id).await.expect("a read").expect("an edit");
    assert_eq!(edit.by, Some(world.administrator.editor()));
    world.close().await;
}

#[tokio::test]
async fn r31_a_stale_write_changes_nothing_and_shows_what_is() {
    let world = World::open().await;
    let created = customer("C-1");
    world.put_customer(None, &created).await.expect("created");
    let current = created.with_data(data(&created, "Murray", None)).expect("a change");
    world.put_customer(Some(&created), &current).await.expect("edited");
    let before = world.table.dump().await;

    let other = created.with_data(data(&created, "Other", None)).expect("a change");
    let stale = world.put_customer(Some(&created), &other).await;
    let twice = world.put_customer(None, &customer("C-1")).await;

    for refused in [stale, twice] {
        assert!(matches!(&refused, Err(Error::CustomerChanged(now)) if **now == current), "{refused:?}");
    }
    let nobody = customer("C-2");
    let missing =
        world.put_customer(Some(&nobody), &nobody.with_data(data(&nobody, "X", None)).expect("a change")).await;
    assert!(matches!(&missing, Err(Error::CustomerMissing(id)) if *id == nobody.id), "{missing:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r34_a_write_keeps_whatever_owner_there_is() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let created = customer("C-1");
    world.put_customer(None, &created).await.expect("created");
    world.assign(&ada, std::slice::from_ref(&created), &[]).await.expect("assigned");

    // Read before the assignment, which is no edit and moves no version.
    let edited = created.with_data(data(&created, "Murray", None)).expect("a change");
    world.put_customer(Some(&created), &edited).await.expect("edited");

    assert_eq!(world.customer(&created.id).await, edited.with_owner(Some(ada.id)));
    world.close().await;
}

#[tokio::test]
async fn r16_an_actor_who_has_changed_writes_no_customer() {
    let world = World::open().await;
    let actor = world.add(Person::administrator("Actor")).await;
    let groups = Some(vec![group(2)]);
    world.edit(&actor, backoffice_domain::UserChanges { groups, ..changes() }).await.expect("moved");
    let before = world.table.dump().await;

    let new = customer("C-1");
    let change = CustomerChange { before: None, after: &new, once: None };
    let refused = world.store.put_customer(&acting(by(&actor)), &change).await;
    let imported = world.store.import_customers(&acting(by(&actor)), &[(new.id.clone(), new.data.clone())]).await;

    assert!(matches!(refused, Err(Error::ActorChanged)), "{refused:?}");
    assert!(matches!(imported, Err(Error::ActorChanged)), "{imported:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}
