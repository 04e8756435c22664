namespace Ported.Services;

/// <summary>Records what tasks without a result have done, so that the host can check it.</summary>
public interface IJournal
{
    void Add(string line);

    bool Contains(string line);
}
