namespace TaskGen.Generator.Model;

/// <summary>One task method: all that is needed to emit it.</summary>
/// <param name="Class">The class it is in.</param>
/// <param name="Name">The property of the client.</param>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Aliases">Its other names on the wire, as declared, each once.</param>
/// <param name="Declaration">The method as messages name it.</param>
/// <param name="DocumentationId">The method as doc comments name it.</param>
/// <param name="MethodName">The method, not escaped.</param>
/// <param name="IsStatic">Whether it needs no instance.</param>
/// <param name="IsPublic">Whether other assemblies see class and method.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Constructor">The parameters of the constructor to call.</param>
/// <param name="Disposal">How the instance ends.</param>
/// <param name="Return">How it returns.</param>
/// <param name="Result">What it returns; null where it is void.</param>
/// <param name="IsIdempotent">Whether equal dispatches are one task.</param>
/// <param name="Settings">The values of the attribute that differ from the defaults.</param>
/// <param name="Retry">How failed attempts are repeated, where anything about it differs from the defaults.</param>
/// <param name="Markers">Attributes that callers of the method would see, and so callers of the client shall.</param>
/// <param name="IsObsoleteError">Whether naming the method or its class is an error outside obsolete code.</param>
/// <param name="ExperimentalIds">Ids of experimental features that the method shape uses.</param>
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
    /// <summary>What of the result must not be seen by people; null: nothing.</summary>
    public SensitivityModel? ResultSensitivity { get; init; }

    /// <summary>The generated task type.</summary>
    public string TaskTypeName => Name + "Task";

    /// <summary>The generated task type as generated code names it from anywhere.</summary>
    public string FullTaskTypeName => Class.ClientTypeName + "." + TaskTypeName;

    /// <summary>The detail of its progress, if it reports one.</summary>
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
