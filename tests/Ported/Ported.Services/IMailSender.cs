namespace Ported.Services;

public interface IMailSender
{
    ValueTask SendAsync(string address, string subject, CancellationToken cancellationToken);
}
