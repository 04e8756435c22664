namespace TaskGen.Sample;

/// <summary>The users that the sample begins with: the same ones in every database, and some among them that its rules protect.</summary>
public static class UserSeeding
{
    /// <summary>How many there are; their ids are 1 to this.</summary>
    public const int Count = 10_000;

    /// <summary>Every so many users one has not confirmed the address, and cannot be activated.</summary>
    public const int UnconfirmedEvery = 89;

    /// <summary>
    /// Every so many users one is under a legal hold, and can neither be deactivated nor deleted; unless it is one of the unconfirmed.
    /// </summary>
    public const int OnHoldEvery = 97;

    /// <summary>Says who is under a legal hold.</summary>
    /// <param name="id">The user.</param>
    /// <returns>Whether the database refuses to deactivate or delete this user.</returns>
    public static bool IsOnHold(int id) => id % OnHoldEvery == 0 && !IsUnconfirmed(id);

    /// <summary>Says who has not confirmed the address.</summary>
    /// <param name="id">The user.</param>
    /// <returns>Whether the database refuses to activate this user.</returns>
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
