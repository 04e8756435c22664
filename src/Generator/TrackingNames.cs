namespace TaskGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests see what ran again and why.</summary>
internal static class TrackingNames
{
    /// <summary>All that declarations say, as a hash.</summary>
    public const string Whole = nameof(Whole);

    /// <summary>The same, cut into what the assembly and each file depend on.</summary>
    public const string Slices = nameof(Slices);

    /// <summary>The files that may hold tasks or conditions.</summary>
    public const string FileSlices = nameof(FileSlices);

    /// <summary>One model per file.</summary>
    public const string Files = nameof(Files);

    /// <summary>Tasks that break no rule, one by one.</summary>
    public const string Tasks = nameof(Tasks);

    /// <summary>Classes with those of their tasks whose generated names do not clash, each in the bucket of its name.</summary>
    public const string Buckets = nameof(Buckets);

    /// <summary>The same one by one.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The class of each.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>What the registry knows of their tasks.</summary>
    public const string Entries = nameof(Entries);

    /// <summary>Conditions that break no rule, one by one.</summary>
    public const string Conditions = nameof(Conditions);

    /// <summary>The JSON contexts that the assembly names.</summary>
    public const string JsonContexts = nameof(JsonContexts);

    /// <summary>What is said of the assembly as a whole.</summary>
    public const string AssemblySlice = nameof(AssemblySlice);

    /// <summary>The assembly and its references.</summary>
    public const string Assembly = nameof(Assembly);

    /// <summary>The registry of the assembly.</summary>
    public const string Registry = nameof(Registry);

    /// <summary>What the method that registers it depends on.</summary>
    public const string Extension = nameof(Extension);

    /// <summary>Every name above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Whole, Slices, FileSlices, Files, Tasks, Buckets, Clients, Classes, Entries, Conditions, AssemblySlice, Assembly, JsonContexts,
        Registry, Extension,
    ];

    /// <summary>The steps before parsing, which hand a compilation on while a run lasts. All others put out text.</summary>
    public static IReadOnlyList<string> Slicing { get; } = [Whole, Slices, FileSlices, AssemblySlice];
}
