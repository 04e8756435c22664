namespace TaskGen.Generator.Model;

/// <summary>A task method, with the data that its generated code needs.</summary>
/// <param name="Class">The class that declares the method.</param>
/// <param name="Name">The name of the property of the client.</param>
/// <param name="WireName">The wire name of the task.</param>
/// <param name="Aliases">The other wire names of the task without duplicates, in the order of their declaration.</param>
/// <param name="Declaration">The name of the method in messages.</param>
/// <param name="DocumentationId">The documentation id of the method.</param>
/// <param name="MethodName">The name of the method, not escaped.</param>
/// <param name="IsStatic">Whether the method is static.</param>
/// <param name="IsPublic">Whether the class and the method are visible in other assemblies.</param>
/// <param name="Parameters">The parameters of the method, in order.</param>
/// <param name="Constructor">The parameters of the constructor to call.</param>
/// <param name="Disposal">How the instance of the class is disposed.</param>
/// <param name="Return">How the method returns its result.</param>
/// <param name="Result">The type of the result; null if the method has no result.</param>
/// <param name="IsIdempotent">Whether dispatches with equal arguments join one task.</param>
/// <param name="Settings">The properties of <c>[Task]</c> whose values differ from the defaults.</param>
/// <param name="Retry">How failed attempts are retried; null if the defaults apply.</param>
/// <param name="Markers">The attributes of the method that warn its callers, which the property of the client repeats.</param>
/// <param name="IsObsoleteError">Whether a use of the method or its class is an error outside of obsolete code.</param>
/// <param name="ExperimentalIds">The ids of the experimental features that the method shape uses.</param>
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
    bool IsObsoleteError,
    EquatableArray<string> ExperimentalIds)
{
    /// <summary>Gets the sensitive part of the result; null if nothing is sensitive.</summary>
    public SensitivityModel? ResultSensitivity { get; init; }

    /// <summary>Gets the name of the generated task type.</summary>
    public string TaskTypeName => Name + "Task";

    /// <summary>Gets the fully qualified name of the generated task type.</summary>
    public string FullTaskTypeName => Class.ClientTypeName + "." + TaskTypeName;

    /// <summary>Gets the type of the detail that the task reports with its progress; null if there is none.</summary>
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
