namespace TaskGen;

/// <summary>The exception that is thrown when condition rules or their data are not valid.</summary>
/// <remarks>
/// The rules cannot be read, or they do not match the registered tasks, the condition functions, or the data. All rules are checked before
/// the first dispatch, so no task was dispatched. Correct the rules or the data listed in <see cref="Errors"/>. The messages contain the
/// names of rules and fields, but no values.
/// </remarks>
public sealed class ConditionException : TaskGenException
{
    /// <summary>Initializes a new instance of the <see cref="ConditionException"/> class.</summary>
    /// <param name="errors">The problems in all rules, with one phrase per problem.</param>
    /// <param name="innerException">The exception that caused the first problem; <see langword="null"/> if there is none.</param>
    public ConditionException(IReadOnlyList<string> errors, Exception? innerException = null)
        : base(Describe(errors), innerException) => Errors = errors;

    /// <summary>Gets the problems in all rules, with one phrase per problem.</summary>
    public IReadOnlyList<string> Errors { get; }

    private static string Describe(IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return ToSentence($"The conditions are not valid, and no task was dispatched: {string.Join("; ", errors)}");
    }
}
