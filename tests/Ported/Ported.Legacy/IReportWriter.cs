namespace Ported.Legacy
{
    public interface IReportWriter
    {
        string Write(string title, int columns);
    }
}
