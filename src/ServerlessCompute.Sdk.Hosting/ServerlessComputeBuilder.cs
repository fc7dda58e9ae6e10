using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ServerlessCompute;

/// <summary>Says more about a client that was added to services.</summary>
public sealed class ServerlessComputeBuilder
{
    internal ServerlessComputeBuilder(IServiceCollection services, string name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>The services that it was added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The client's name; empty for the one without.</summary>
    public string Name { get; }

    /// <summary>Takes a credential that configuration cannot name.</summary>
    /// <param name="credential">Makes it, when the client is first needed.</param>
    public ServerlessComputeBuilder UseCredential(Func<IServiceProvider, TokenCredential> credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Change(options => options.CredentialFactory = credential);
    }

    /// <summary>
    /// Takes a client that is made elsewhere, and asks nothing of configuration: that of a service in memory, while a program is developed or
    /// tested.
    /// </summary>
    /// <param name="client">Makes it, when it is first needed.</param>
    public ServerlessComputeBuilder UseClient(Func<IServiceProvider, ServerlessComputeClient> client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Change(options => options.ClientFactory = client);
    }

    /// <summary>Changes how the client reaches the service: another transport, policies of the pipeline, names of jobs.</summary>
    /// <param name="change">Is called after everything else was set.</param>
    public ServerlessComputeBuilder ConfigureClient(Action<IServiceProvider, ServerlessComputeClientOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Change(options => options.Changes.Add(change));
    }

    private ServerlessComputeBuilder Change(Action<ServerlessComputeOptions> change)
    {
        Services.Configure(Name, change);
        return this;
    }
}
