namespace TaskGen;

/// <summary>
/// Marks a value that must not be seen by people: a parameter of a task, a property of what travels, or a result
/// (<c>[return: Sensitive]</c>). It travels as any other value, but is masked wherever the library shows one: in logs, activities, failure
/// texts, dead-letter views and progress.
/// </summary>
/// <remarks>
/// It does not encrypt: whoever may read the broker's storage reads the value. It does not reach what the application logs by itself;
/// analyzers say where a value goes there. On a parameter of a record or of a constructor it also holds for the property of that name.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, Inherited = true)]
public sealed class SensitiveAttribute : Attribute;
