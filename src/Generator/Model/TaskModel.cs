namespace TaskGen.Generator.Model;

/// <summary>Represents a task method, with the data from which its code is generated.</summary>
/// <param name="Class">The class that declares the method.</param>
/// <param name="Name">The name of the client property.</param>
/// <param name="WireName">The wire name of the task.</param>
/// <param name="Aliases">The other wire names of the task without duplicates, in the order of their declaration.</param>
/// <param name="Declaration">The name of the method for messages.</param>
/// <param name="DocumentationId">The documentation id of the method.</param>
/// <param name="MethodName">The name of the method, not escaped.</param>
/// <param name="IsStatic"><see langword="true"/> if the method is static; otherwise, <see langword="false"/>.</param>
/// <param name="IsPublic">
/// <see langword="true"/> if the class and the method are visible in other assemblies; otherwise, <see langword="false"/>.
/// </param>
/// <param name="Parameters">The parameters of the method, in order.</param>
/// <param name="Constructor">The parameters of the class constructor that generated code calls.</param>
/// <param name="Disposal">How the instance of the class is disposed.</param>
/// <param name="Return">How the method returns its result.</param>
/// <param name="Result">The type of the result; null if the method has no result.</param>
/// <param name="IsIdempotent">
/// <see langword="true"/> if a dispatch joins an existing task with equal arguments; otherwise, <see langword="false"/>.
/// </param>
/// <param name="Settings">The properties of <c>[Task]</c> whose values differ from the defaults.</param>
/// <param name="Retry">How failed attempts are retried; null if the defaults apply.</param>
/// <param name="Markers">The method attributes that cause compiler warnings for callers. The client property repeats them.</param>
/// <param name="UsesObsoleteErrors">
/// <see langword="true"/> if using the method, its class, or one of its types is a compiler error outside obsolete code; otherwise,
/// <see langword="false"/>.
/// </param>
/// <param name="ExperimentalIds">The diagnostic ids of the experimental features that the declaration of the method uses.</param>
internal sealed record TaskModel(
    TaskClassModel Class,
    string Name,
    string WireName,
    EquatableArray<string> Aliases,
    string Declaration,
    string DocumentationId,
    string MethodName,
    bool IsStatic,
    bool IsPublic,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<ParameterModel> Constructor,
    DisposalKind Disposal,
    ReturnKind Return,
    TypeRef? Result,
    bool IsIdempotent,
    EquatableArray<SettingModel> Settings,
    RetryModel? Retry,
    EquatableArray<string> Markers,
    bool UsesObsoleteErrors,
    EquatableArray<string> ExperimentalIds)
{
    /// <summary>The end of the names of generated task types.</summary>
    public const string TaskTypeSuffix = "Task";

    /// <summary>Gets the sensitive part of the result; null if nothing is sensitive.</summary>
    public SensitivityModel? ResultSensitivity { get; init; }

    /// <summary>Gets a value that indicates whether the result of the task is discarded.</summary>
    public bool IgnoresResult { get; init; }

    /// <summary>
    /// Gets the name of the type through which an override is called; null if the method is called through its own class. The compiler
    /// prefers an applicable method that a class declares to a method that the class overrides.
    /// </summary>
    public string? Receiver { get; init; }

    /// <summary>Gets the services whose type can only be a client that is generated for the same assembly.</summary>
    public EquatableArray<ClientReference> Clients { get; init; }

    /// <summary>
    /// Gets the namespaces in which the compiler looks for the types of these services. Empty if there is no such service.
    /// </summary>
    public EquatableArray<string> Usings { get; init; }

    /// <summary>Gets the name of the generated task type.</summary>
    public string TaskTypeName => Name + TaskTypeSuffix;

    /// <summary>Gets the fully qualified name of the generated task type.</summary>
    public string FullTaskTypeName => Class.ClientTypeName + "." + TaskTypeName;

    /// <summary>Gets the type of the detail value in the task's progress reports; null if there is none.</summary>
    public TypeRef? Detail
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Kind == ParameterKind.DetailedProgress)
                {
                    return parameter.Type;
                }
            }

            return null;
        }
    }
}
