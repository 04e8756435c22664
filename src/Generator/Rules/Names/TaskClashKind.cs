namespace TaskGen.Generator.Rules.Names;

/// <summary>Specifies the kind of a name that two tasks require.</summary>
internal enum TaskClashKind
{
    /// <summary>A name in generated code.</summary>
    GeneratedName,

    /// <summary>The wire name of both tasks.</summary>
    WireName,

    /// <summary>An alias of the later task.</summary>
    Alias,
}
