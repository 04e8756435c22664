namespace TaskGen.Generator;

/// <summary>The names of the steps of the incremental generator pipeline. Tests use them to check which steps ran again, and why.</summary>
internal static class TrackingNames
{
    /// <summary>The step that computes a hash of all declarations in the compilation.</summary>
    public const string Whole = nameof(Whole);

    /// <summary>The step that divides the compilation into the slices of the files that might contain tasks or conditions.</summary>
    public const string FileSlices = nameof(FileSlices);

    /// <summary>The step that parses the models of the files.</summary>
    public const string Files = nameof(Files);

    /// <summary>The step that lists the tasks that break no rule, one by one.</summary>
    public const string Tasks = nameof(Tasks);

    /// <summary>
    /// The step that groups the tasks by class, and assigns each class to a bucket (a fixed list position) that depends on its name.
    /// </summary>
    public const string Buckets = nameof(Buckets);

    /// <summary>The step that emits the task classes, each with its tasks.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The step that lists the task classes without their tasks.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>The step that creates the registry entries of the tasks.</summary>
    public const string Entries = nameof(Entries);

    /// <summary>The step that lists the conditions that break no rule, one by one.</summary>
    public const string Conditions = nameof(Conditions);

    /// <summary>The step that lists the JSON contexts that assembly attributes specify.</summary>
    public const string JsonContexts = nameof(JsonContexts);

    /// <summary>The step that computes the slice of the assembly as a whole.</summary>
    public const string AssemblySlice = nameof(AssemblySlice);

    /// <summary>The step that parses the model of the assembly and its references.</summary>
    public const string Assembly = nameof(Assembly);

    /// <summary>The step that creates the model of the assembly's registry.</summary>
    public const string Registry = nameof(Registry);

    /// <summary>The step that emits the module of the assembly.</summary>
    public const string Module = nameof(Module);

    /// <summary>The step that creates the model of the method <c>AddGeneratedTasks</c>.</summary>
    public const string Extension = nameof(Extension);

    /// <summary>The step that emits the method <c>AddGeneratedTasks</c>.</summary>
    public const string ExtensionFile = nameof(ExtensionFile);

    /// <summary>The names of all steps.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Whole, FileSlices, Files, Tasks, Buckets, Clients, Classes, Entries, Conditions, AssemblySlice, Assembly, JsonContexts,
        Registry, Module, Extension, ExtensionFile,
    ];

    /// <summary>
    /// The steps before parsing. Their outputs refer to the compilation during a run; the outputs of all other steps contain only strings
    /// and numbers.
    /// </summary>
    public static IReadOnlyList<string> Slicing { get; } = [Whole, FileSlices, AssemblySlice];
}
