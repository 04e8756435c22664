namespace TaskGen.Generator;

/// <summary>The names of the steps of the pipeline. Tests use them to check which steps ran again, and why.</summary>
internal static class TrackingNames
{
    /// <summary>A hash of all declarations of the compilation.</summary>
    public const string Whole = nameof(Whole);

    /// <summary>The compilation, cut into a slice for the assembly and one for each file.</summary>
    public const string Slices = nameof(Slices);

    /// <summary>The slices of the files that may contain tasks or conditions.</summary>
    public const string FileSlices = nameof(FileSlices);

    /// <summary>The models of the files.</summary>
    public const string Files = nameof(Files);

    /// <summary>The tasks that break no rule, one by one.</summary>
    public const string Tasks = nameof(Tasks);

    /// <summary>The task classes, each in the bucket of its name, with the tasks whose generated names do not collide.</summary>
    public const string Buckets = nameof(Buckets);

    /// <summary>The task classes with their tasks, one by one.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The task classes without their tasks.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>The registry entries of the tasks.</summary>
    public const string Entries = nameof(Entries);

    /// <summary>The conditions that break no rule, one by one.</summary>
    public const string Conditions = nameof(Conditions);

    /// <summary>The JSON contexts that attributes of the assembly name.</summary>
    public const string JsonContexts = nameof(JsonContexts);

    /// <summary>The slice of the assembly as a whole.</summary>
    public const string AssemblySlice = nameof(AssemblySlice);

    /// <summary>The model of the assembly and its references.</summary>
    public const string Assembly = nameof(Assembly);

    /// <summary>The model of the registry of the assembly.</summary>
    public const string Registry = nameof(Registry);

    /// <summary>The model of the method <c>AddGeneratedTasks</c>.</summary>
    public const string Extension = nameof(Extension);

    /// <summary>The names of all steps.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Whole, Slices, FileSlices, Files, Tasks, Buckets, Clients, Classes, Entries, Conditions, AssemblySlice, Assembly, JsonContexts,
        Registry, Extension,
    ];

    /// <summary>
    /// The steps before parsing. They pass on a compilation during a run; the outputs of all other steps contain text only.
    /// </summary>
    public static IReadOnlyList<string> Slicing { get; } = [Whole, Slices, FileSlices, AssemblySlice];
}
