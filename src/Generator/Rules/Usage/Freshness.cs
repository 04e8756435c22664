namespace TaskGen.Generator.Rules.Usage;

/// <summary>Specifies whether a value is different each time it is created.</summary>
internal enum Freshness
{
    /// <summary>The value may be the same again.</summary>
    Stable,

    /// <summary>The value is a point in time. A part of it, such as its day, stays the same for some time.</summary>
    Time,

    /// <summary>Each part of the value is different.</summary>
    Unique,
}
