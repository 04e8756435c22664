using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Guarding;

/// <summary>Represents an exception of a step.</summary>
/// <param name="Step">The tracking name of the step.</param>
/// <param name="Place">The code with which the step failed.</param>
/// <param name="ExceptionType">The full name of the type of the exception.</param>
/// <param name="Method">The method that threw the exception.</param>
/// <param name="Message">The message of the exception in one line.</param>
internal sealed record StepFailure(string Step, StepPlace Place, string ExceptionType, string Method, string Message)
{
    private const int MaxMessageLength = 300;

    private static readonly char[] LineBreaks = ['\r', '\n'];

    /// <summary>Returns the failure for an exception.</summary>
    public static StepFailure Of(string step, StepPlace place, Exception exception)
    {
        var message = string.Join(" ", exception.Message.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries)).Trim().TrimEnd('.');
        var method = exception.TargetSite;
        return new StepFailure(
            step,
            place,
            exception.GetType().FullName,
            method is null ? "unknown code" : $"{method.DeclaringType?.Name}.{method.Name}",
            message.Length > MaxMessageLength ? message.Substring(0, MaxMessageLength) : message);
    }

    /// <summary>Returns the diagnostic for the failure.</summary>
    /// <param name="location">The location of the place; null if unknown.</param>
    public Diagnostic ToDiagnostic(Location? location) =>
        Diagnostic.Create(Descriptors.StepFailed, location, Place.Subject, Step, ExceptionType, Method, Message);
}
