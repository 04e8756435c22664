namespace TaskGen.Sample;

/// <summary>Thrown when a step of the tour fails or one of its checks does not pass; it ends the tour.</summary>
public sealed class TourCheckException : Exception
{
    public TourCheckException()
    {
    }

    public TourCheckException(string message)
        : base(message)
    {
    }

    public TourCheckException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
