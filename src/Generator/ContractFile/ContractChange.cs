namespace TaskGen.Generator.ContractFile;

/// <summary>Specifies the effect of a changed contract on tasks in flight and on the callers that wait for them.</summary>
internal enum ContractChange
{
    /// <summary>The new version reads everything that the recorded version wrote.</summary>
    Compatible,

    /// <summary>The effect is not known, because the JSON of a converter cannot be analyzed.</summary>
    Unknown,

    /// <summary>A value that the recorded version wrote is no longer read.</summary>
    Removed,

    /// <summary>A value is read as a different type.</summary>
    Retyped,

    /// <summary>A value is required that was not required before.</summary>
    Required,
}
