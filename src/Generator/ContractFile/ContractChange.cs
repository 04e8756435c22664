namespace TaskGen.Generator.ContractFile;

/// <summary>Specifies the effect of a changed contract on tasks in flight and on the callers that wait for them.</summary>
internal enum ContractChange
{
    /// <summary>The current version can read everything that the recorded version wrote.</summary>
    Compatible,

    /// <summary>The effect is unknown, because the JSON that a converter writes cannot be analyzed.</summary>
    Unknown,

    /// <summary>A value that the recorded version wrote is no longer read by the current version.</summary>
    Removed,

    /// <summary>A value is read as a different type.</summary>
    Retyped,

    /// <summary>The current version requires a value that the recorded version did not require.</summary>
    Required,
}
