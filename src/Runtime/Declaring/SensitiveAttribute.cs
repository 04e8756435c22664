namespace TaskGen;

/// <summary>
/// Marks a value that TaskGen masks in its output: a task parameter, a property or field of a serialized type, or a result
/// (<c>[return: Sensitive]</c>).
/// </summary>
/// <remarks>
/// <para>
/// The value is serialized like any other value, and the task receives it unchanged. TaskGen replaces it with <c>***</c> in logs,
/// activities, failures, progress reports, and displayed dead letters.
/// </para>
/// <para>
/// The attribute does not encrypt the value: anyone with access to the broker's storage can read it. The attribute also does not mask
/// values that the application itself writes to a log; analyzers report code that passes such a value to a logger. On a record or
/// constructor parameter, the attribute also applies to the property of the same name.
/// </para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, Inherited = true)]
public sealed class SensitiveAttribute : Attribute;
