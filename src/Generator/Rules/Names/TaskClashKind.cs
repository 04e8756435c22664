namespace TaskGen.Generator.Rules.Names;

/// <summary>Where two tasks need one name.</summary>
internal enum TaskClashKind
{
    /// <summary>In generated code.</summary>
    GeneratedName,

    /// <summary>On the wire, where it is the name of both.</summary>
    WireName,

    /// <summary>On the wire, where it is an alias of the second.</summary>
    Alias,
}
