namespace TaskGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests see what ran again and why.</summary>
internal static class TrackingNames
{
    /// <summary>One model per method with the attribute.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>Those that break no rule, method by method.</summary>
    public const string ValidMethods = nameof(ValidMethods);

    /// <summary>Those whose generated names do not clash, each in the slot of its name.</summary>
    public const string Slots = nameof(Slots);

    /// <summary>The same one by one.</summary>
    public const string Tasks = nameof(Tasks);

    /// <summary>The class of each.</summary>
    public const string ClassOfTask = nameof(ClassOfTask);

    /// <summary>Each class once, in the slot of its name.</summary>
    public const string ClassSlots = nameof(ClassSlots);

    /// <summary>The same one by one.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>What the registry knows of them.</summary>
    public const string Entries = nameof(Entries);

    /// <summary>The attributes that name JSON contexts.</summary>
    public const string JsonContextAttributes = nameof(JsonContextAttributes);

    /// <summary>The JSON contexts that the assembly names.</summary>
    public const string JsonContexts = nameof(JsonContexts);

    /// <summary>One model per method that is a condition.</summary>
    public const string ConditionMethods = nameof(ConditionMethods);

    /// <summary>Those that break no rule, method by method.</summary>
    public const string Conditions = nameof(Conditions);

    /// <summary>The assembly and its references.</summary>
    public const string Assembly = nameof(Assembly);

    /// <summary>The registry of the assembly.</summary>
    public const string Registry = nameof(Registry);

    /// <summary>What the method that registers it depends on.</summary>
    public const string Extension = nameof(Extension);

    /// <summary>Every name above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Methods, ValidMethods, Slots, Tasks, ClassOfTask, ClassSlots, Classes, Entries, JsonContextAttributes, JsonContexts, ConditionMethods, Conditions, Assembly,
        Registry, Extension,
    ];
}
