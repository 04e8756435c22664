namespace TaskGen;

/// <summary>Specifies that a parameter of a task is resolved from the services of the execution and is not part of the payload.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
