namespace TaskGen;

/// <summary>Marks a parameter of a task that comes from the services of the execution and not from the payload.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
