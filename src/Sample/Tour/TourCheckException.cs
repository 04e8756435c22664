namespace TaskGen.Sample;

/// <summary>The exception that is thrown when a step of the tour fails or one of its checks does not pass. It ends the tour.</summary>
/// <param name="message">The name of the step, and the error or the check that did not pass.</param>
/// <param name="innerException">The exception that the step threw; <see langword="null"/> if a check did not pass.</param>
public sealed class TourCheckException(string message, Exception? innerException = null) : Exception(message, innerException);
