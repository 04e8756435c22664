namespace TaskGen.Generator.Model;

/// <summary>Represents a parameter of a task method, or of the constructor of a task class.</summary>
/// <param name="Name">The exact name, not escaped. The name of a payload parameter is also its name in the payload.</param>
/// <param name="Kind">The source of the value.</param>
/// <param name="Type">The type of the parameter. For progress with a detail value, the type of the detail.</param>
/// <param name="PropertyName">The name of the property in the generated type <c>Args</c>, if the parameter is part of the payload.</param>
/// <param name="Default">The literal of the default value; null if there is none, or if generated code cannot repeat it.</param>
/// <param name="IsParams">
/// <see langword="true"/> if the parameter is declared with <c>params</c>; otherwise, <see langword="false"/>.
/// </param>
/// <param name="ServiceKey">The literal of the key of a keyed service.</param>
/// <param name="ForgivesNull">
/// <see langword="true"/> if the parameter is declared as a non-nullable reference although its value can be null; otherwise,
/// <see langword="false"/>.
/// </param>
/// <param name="Sensitivity">The sensitive part of a payload parameter or of a progress detail; null if nothing is sensitive.</param>
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
