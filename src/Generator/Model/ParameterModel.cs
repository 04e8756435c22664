namespace TaskGen.Generator.Model;

/// <summary>One parameter of a task method or of its class's constructor.</summary>
/// <param name="Name">The exact name, not escaped; of payload parameters it is the name on the wire.</param>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Type">The type; of a detailed progress the type of the detail.</param>
/// <param name="PropertyName">The member of <c>Args</c> that holds a payload parameter.</param>
/// <param name="Default">The literal of the default, where generated code can repeat it.</param>
/// <param name="IsParams">Whether it is declared with <c>params</c>.</param>
/// <param name="ServiceKey">The literal of the key of a keyed service.</param>
/// <param name="ForgivesNull">Whether the method wants a non-null reference though its default is null.</param>
/// <param name="Sensitivity">
/// What of a payload parameter, or of the detail of a progress, must not be seen by people; null: nothing.
/// </param>
internal sealed record ParameterModel(
    string Name,
    ParameterKind Kind,
    TypeRef Type,
    string PropertyName,
    string? Default = null,
    bool IsParams = false,
    string? ServiceKey = null,
    bool ForgivesNull = false,
    SensitivityModel? Sensitivity = null);
