namespace TaskGen.Sample;

/// <summary>
/// Defines the initial users of the sample. The users are the same in every database. Database constraints refuse some operations on some
/// of them.
/// </summary>
public static class UserSeeding
{
    /// <summary>The number of users. Their ids are the numbers from 1 to this number.</summary>
    public const int Count = 10_000;

    /// <summary>
    /// The interval of unconfirmed users. If the id of a user is a multiple of this number, the user has not confirmed the address and
    /// cannot be activated.
    /// </summary>
    public const int UnconfirmedEvery = 89;

    /// <summary>
    /// The interval of users on legal hold. If the id of a user is a multiple of this number, the user can be neither deactivated nor
    /// deleted, unless the user is unconfirmed.
    /// </summary>
    public const int OnHoldEvery = 97;

    /// <summary>Determines whether a user is on legal hold.</summary>
    /// <param name="id">The id of the user.</param>
    /// <returns>
    /// <see langword="true"/> if the database refuses to deactivate or delete the user; otherwise, <see langword="false"/>.
    /// </returns>
    public static bool IsOnHold(int id) => id % OnHoldEvery == 0 && !IsUnconfirmed(id);

    /// <summary>Determines whether a user has not confirmed the address.</summary>
    /// <param name="id">The id of the user.</param>
    /// <returns><see langword="true"/> if the database refuses to activate the user; otherwise, <see langword="false"/>.</returns>
    public static bool IsUnconfirmed(int id) => id % UnconfirmedEvery == 0;

    internal static string Insert { get; } = FormattableString.Invariant($"""
        insert into users (id, name, email, email_confirmed, on_hold, is_active)
        with recursive numbers (id) as (select 1 union all select id + 1 from numbers where id < {Count})
        select id,
               'User ' || id,
               'user' || id || '@example.com',
               id % {UnconfirmedEvery} <> 0,
               id % {OnHoldEvery} = 0 and id % {UnconfirmedEvery} <> 0,
               id % {UnconfirmedEvery} <> 0 and (id % {OnHoldEvery} = 0 or id % 3 <> 0)
        from numbers;

        insert into legal_holds (user_id, reason)
        select id, 'Case ' || id from users where on_hold;
        """);
}
