namespace TaskGen.Generator.Model;

/// <summary>How the instance of a task class ends.</summary>
internal enum DisposalKind
{
    /// <summary>By itself.</summary>
    None,

    /// <summary>With Dispose.</summary>
    Dispose,

    /// <summary>With DisposeAsync.</summary>
    DisposeAsync,
}
