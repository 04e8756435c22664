namespace TaskGen.Generator.Rules.Usage;

/// <summary>How new a value is each time it is made.</summary>
internal enum Freshness
{
    /// <summary>It may be the same again.</summary>
    Stable,

    /// <summary>An instant: a part of it, such as its day, is the same for a while.</summary>
    Time,

    /// <summary>Every part of it is new.</summary>
    Unique,
}
