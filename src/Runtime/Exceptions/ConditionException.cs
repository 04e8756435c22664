namespace TaskGen;

/// <summary>Rules cannot be read, or do not fit the tasks, the conditions or the data of this host. Nothing was dispatched.</summary>
/// <remarks>Messages name the rule and what is wrong with it, never a value.</remarks>
public sealed class ConditionException : TaskGenException
{
    /// <summary>Makes one.</summary>
    /// <param name="errors">What is wrong in all rules, one line each.</param>
    /// <param name="innerException">What caused it.</param>
    public ConditionException(IReadOnlyList<string> errors, Exception? innerException = null)
        : base(Describe(errors), innerException) => Errors = errors;

    /// <summary>What is wrong in all rules, one line each.</summary>
    public IReadOnlyList<string> Errors { get; }

    private static string Describe(IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return $"The conditions cannot be used: {string.Join("; ", errors)}";
    }
}
