namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Specifies whether a value is different each time it is created. An idempotency key that is computed from such a value never matches an
/// existing task.
/// </summary>
internal enum Freshness
{
    /// <summary>The value can be the same again.</summary>
    Stable,

    /// <summary>
    /// The value is the current time, so it is different each time. A truncated value, such as the date, can be the same in another
    /// dispatch and is therefore not reported.
    /// </summary>
    Time,

    /// <summary>The value and each of its parts are different each time, such as a new GUID.</summary>
    Unique,
}
