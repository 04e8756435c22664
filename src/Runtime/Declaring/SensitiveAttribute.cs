namespace TaskGen;

/// <summary>
/// Marks a value that TaskGen masks when it shows values to people: a parameter of a task, a property or field of a serialized type, or a
/// result (<c>[return: Sensitive]</c>).
/// </summary>
/// <remarks>
/// <para>
/// The value is serialized like any other value, and the task receives it unchanged. TaskGen replaces it with <c>***</c> in logs,
/// activities, failure texts, progress reports and views of dead letters.
/// </para>
/// <para>
/// The attribute does not encrypt: anyone with access to the storage of the broker can read the value. It does not mask what the
/// application writes to a separate logger; analyzers report where a value is passed to one. On a parameter of a record or of a
/// constructor, the attribute also applies to the property of the same name.
/// </para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, Inherited = true)]
public sealed class SensitiveAttribute : Attribute;
