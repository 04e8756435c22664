namespace TaskGen;

/// <summary>
/// Specifies that a task parameter is resolved from the service scope of the execution and is not part of the payload (the serialized
/// arguments).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
