using System.Net;

namespace Ported.App;

/// <summary>Answers each request, without a network. The first request for an address with <c>flaky</c> fails.</summary>
internal sealed class OfflineHandler : HttpMessageHandler
{
    private static int _failures;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri?.AbsolutePath ?? "";
        if (address.Contains("flaky", StringComparison.Ordinal) && Interlocked.Increment(ref _failures) == 1)
        {
            throw new HttpRequestException("The connection was closed.");
        }

        var status = address.Contains("missing", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
        return Task.FromResult(new HttpResponseMessage(status));
    }
}
