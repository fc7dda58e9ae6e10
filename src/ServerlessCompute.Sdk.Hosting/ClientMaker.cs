using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServerlessCompute;

/// <summary>Makes a client from its options and what else the services have: the clock, the loggers.</summary>
internal static class ClientMaker
{
    public static ServerlessComputeClient Make(IServiceProvider services, string name)
    {
        ServerlessComputeOptions options = services.GetRequiredService<IOptionsMonitor<ServerlessComputeOptions>>().Get(name);
        if (options.ClientFactory is { } make)
        {
            return make(services);
        }

        ServerlessComputeClientOptions client = options.ServiceVersion is { } version ? new(version) : new();
        client.Cloud = options.Cloud;
        client.Resilience = options.Resilience;
        client.LoggerFactory = services.GetService<ILoggerFactory>();
        client.TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        if (options.ResourceManagerEndpoint is { } endpoint)
        {
            client.ResourceManagerEndpoint = endpoint;
        }

        options.Changes.ForEach(change => change(services, client));
        TokenCredential credential = options.CredentialFactory?.Invoke(services) ?? options.Credential.Create(options.Cloud);
        return new ServerlessComputeClient(options.Workspace!, credential, client);
    }
}
