namespace TaskGen.Generator.ContractFile;

/// <summary>What becomes of tasks in flight, and of who waits for them, where a contract has changed.</summary>
internal enum ContractChange
{
    /// <summary>Nothing: the new version reads all that the old one wrote.</summary>
    Compatible,

    /// <summary>Nobody can tell: only a converter knows what it writes and reads.</summary>
    Unknown,

    /// <summary>Something is no longer read.</summary>
    Removed,

    /// <summary>Something is read as something else.</summary>
    Retyped,

    /// <summary>Something is demanded that was not.</summary>
    Required,
}
